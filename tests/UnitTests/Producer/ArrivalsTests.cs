using SpecialDelivery.Producer.Randomness;
using SpecialDelivery.Producer.Worlds.Cities;

namespace UnitTests.Producer;

public sealed class ArrivalsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1_000)]
    public void All_events_come_once_in_order_each_at_the_time_it_has_alone(int count)
    {
        Arrivals arrivals = new(5, EntityKind.Trip, count, 0.5, DailyProfile.Commuters);
        List<(long Index, long Time)> all = [.. arrivals.InOrder()];
        Assert.Equal(Enumerable.Range(0, count).Select(i => (long)i), all.Select(arrival => arrival.Index).Order());
        Assert.Equal(all.Select(arrival => arrival.Time).Order(), all.Select(arrival => arrival.Time));
        Assert.All(all, arrival => Assert.Equal(arrival.Time, arrivals.TimeOf(arrival.Index)));
    }

    [Fact]
    public void Counts_of_short_spans_vary_as_Poisson_says()
    {
        const int count = 50_000;
        Arrivals arrivals = new(5, EntityKind.Trip, count, 1, DailyProfile.Flat);
        int[] perTenSeconds = new int[count / 10];
        foreach ((_, long time) in arrivals.InOrder())
        {
            perTenSeconds[(time - Arrivals.Epoch) / 10_000]++;
        }

        double mean = perTenSeconds.Average();
        double variance = perTenSeconds.Average(found => (found - mean) * (found - mean));
        Assert.Equal(10, mean);
        Assert.InRange(variance / mean, 0.9, 1.1); // 0 for even spacing
    }

    [Fact]
    public void A_day_of_commuters_holds_its_events_and_peaks_in_the_evening()
    {
        const int count = 24_000;
        int[] perHour = new int[24];
        foreach ((_, long time) in new Arrivals(5, EntityKind.Package, count, count / 86_400d, DailyProfile.Commuters).InOrder())
        {
            perHour[(time - Arrivals.Epoch) / 3_600_000]++;
        }

        Assert.InRange(perHour[17], 1_800, 2_100);
        Assert.InRange(perHour[7], 1_600, 1_900);
        Assert.InRange(perHour[2], 120, 260);
    }

    [Fact]
    public void Days_of_a_profile_start_and_end_with_the_flat_day_and_time_never_goes_back()
    {
        double last = -1;
        for (int minute = 0; minute <= 3 * 24 * 60; minute++)
        {
            double seconds = DailyProfile.Commuters.SecondsAt(minute * 60d);
            Assert.True(seconds > last, $"minute {minute}");
            Assert.Equal(minute * 60d, DailyProfile.Flat.SecondsAt(minute * 60d), 6);
            last = seconds;
            if (minute % (24 * 60) == 0)
            {
                Assert.Equal(minute * 60d, seconds, 6);
            }
        }
    }
}
