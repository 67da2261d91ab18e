using System.Text;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Disturbances;
using SpecialDelivery.Producer.Randomness;
using SpecialDelivery.Producer.Worlds;
using SpecialDelivery.Producer.Worlds.Cities;

namespace UnitTests.Producer;

public sealed class JunkCatalogueTests
{
    private static readonly CitiesWorld World = new(new() { Trips = 50, Packages = 50 });

    public static TheoryData<string> Forms => [.. JunkCatalogue.All.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Is_refused_for_its_reason_whatever_it_was_made_from(string name)
    {
        JunkForm form = JunkCatalogue.All.Single(form => form.Name == name);
        foreach (PostedOrder order in World.Orders())
        {
            (string key, byte[] value) = JunkCatalogue.Spoil(form, order, new Draw(World.Seed, order.Kind, order.Index));
            Rejection? rejection = OrderBytes.Judge(order.Trip is not null, key, value);
            if (form.Reason is DeadLetterReason.Duplicate)
            {
                Assert.Null(rejection); // alone it is good: only beside its original it is not
                Assert.Equal(order.Id, key);
            }
            else
            {
                Assert.Equal(form.Reason, rejection?.Reason);
                Assert.NotEqual(order.Id, key);
            }
        }
    }

    [Fact]
    public void Every_reason_has_a_form_and_all_forms_differ()
    {
        Assert.Equal(Enum.GetValues<DeadLetterReason>(), JunkCatalogue.All.Select(form => form.Reason).Distinct().Order());
        PostedOrder order = World.Trip(0);
        IEnumerable<string> records = JunkCatalogue.All
            .Select(form => JunkCatalogue.Spoil(form, order, new Draw(World.Seed, order.Kind, order.Index)))
            .Select(bad => $"{bad.Key} {Convert.ToHexString(bad.Value)}");
        Assert.Equal(JunkCatalogue.All.Count, records.Distinct().Count());
        Assert.Equal(JunkCatalogue.All.Count, JunkCatalogue.All.DistinctBy(form => form.Name).Count());
    }

    [Fact]
    public void The_same_order_is_spoilt_in_the_same_way()
    {
        PostedOrder order = World.Package(3);
        Assert.All(JunkCatalogue.All, form => Assert.Equal(
            Encoding.Latin1.GetString(JunkCatalogue.Spoil(form, order, new Draw(1, order.Kind, order.Index)).Value),
            Encoding.Latin1.GetString(JunkCatalogue.Spoil(form, order, new Draw(1, order.Kind, order.Index)).Value)));
    }
}
