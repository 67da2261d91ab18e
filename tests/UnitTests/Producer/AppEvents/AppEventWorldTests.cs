using System.Text;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Producer.AppEvents;

namespace UnitTests.Producer.AppEvents;

public sealed class AppEventWorldTests
{
    private static readonly AppEventSettings Settings = new() { Seed = 7, Rate = 100, From = 1_465_583_533, LateFraction = 0.2, JunkFraction = 0.1 };

    [Fact]
    public void The_same_seed_makes_the_same_events_in_any_order()
    {
        string[] forwards = [.. Enumerable.Range(0, 500).Select(id => Text(Settings, id))];
        string[] backwards = [.. Enumerable.Range(0, 500).Reverse().Select(id => Text(Settings, id)).Reverse()];

        Assert.Equal(forwards, backwards);
        Assert.NotEqual(forwards, Enumerable.Range(0, 500).Select(id => Text(Settings with { Seed = 8 }, id)));
    }

    [Fact]
    public void Good_events_are_good_and_junk_is_not()
    {
        AppEventWorld world = new(Settings);

        Assert.All(Enumerable.Range(0, 5_000), id => Assert.Equal(world.IsJunk(id), AppEventParser.Parse(world.ValueOf(id)).Event is null));
        Assert.InRange(Enumerable.Range(0, 5_000).Count(id => world.IsJunk(id)), 350, 650);
    }

    [Fact]
    public void An_event_happens_when_it_is_due_unless_it_is_late()
    {
        AppEventWorld world = new(Settings with { JunkFraction = 0 });
        long[] delays = [.. Enumerable.Range(0, 5_000).Select(id => Settings.From + (long)world.DueAfter(id).TotalSeconds - world.TsOf(id))];

        Assert.All(delays, delay => Assert.InRange(delay, 0, 7_200));
        Assert.InRange(delays.Count(delay => delay > 0), 800, 1_200);
        Assert.Equal(TimeSpan.FromSeconds(1), world.DueAfter(100));
    }

    [Fact]
    public void A_person_keeps_their_platform()
    {
        AppEventWorld world = new(Settings with { Users = 50 });
        IEnumerable<IGrouping<string, string>> platforms = Enumerable.Range(0, 5_000).Select(id => world.EventOf(id)).GroupBy(each => Detail(each, "user_id"), each => Detail(each, "platform"));

        Assert.All(platforms, person => Assert.Single(person.Distinct()));
        Assert.Equal(3, platforms.SelectMany(person => person).Distinct().Count());
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(double.NaN, 0, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 0, 0)]
    public void Settings_out_of_range_are_told(double rate, long from, int users) =>
        Assert.Single(new AppEventSettings { Rate = rate, From = from, Users = users }.Faults());

    private static string Text(AppEventSettings settings, long id) => Encoding.UTF8.GetString(new AppEventWorld(settings).ValueOf(id));

    private static string Detail(AppEvent each, string name) => each.Params.Single(param => param.Name == name).Text;
}
