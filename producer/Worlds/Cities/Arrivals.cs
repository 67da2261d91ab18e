using SpecialDelivery.Producer.Randomness;

namespace SpecialDelivery.Producer.Worlds.Cities;

/// <summary>When the trips, or the packages, of a world are posted: Poisson arrivals whose rate follows the time of day.</summary>
/// <remarks>
/// Given how many events of a Poisson process fall into an interval, their times are independent and uniform in it. So each block of
/// events owns an interval of the length it takes on average, and the time of one event needs no other event: a Poisson process
/// whose count is exact at the end of each block.
/// </remarks>
/// <param name="seed">The world's seed.</param>
/// <param name="kind">Trips or packages.</param>
/// <param name="count">How many there are, at least 0.</param>
/// <param name="perSecond">Mean rate, events per second of event time, above 0 when there are any.</param>
/// <param name="profile">How the rate changes over the day.</param>
internal sealed class Arrivals(long seed, EntityKind kind, long count, double perSecond, DailyProfile profile)
{
    private const int Block = 256;

    /// <summary>Every world's first midnight: Monday, 5 January 2026, 00:00 UTC, unix milliseconds.</summary>
    public const long Epoch = 1_767_571_200_000;

    /// <summary>When one event happens.</summary>
    /// <param name="index">Which one, 0 to count - 1.</param>
    /// <returns>Unix milliseconds.</returns>
    public long TimeOf(long index)
    {
        long start = index - (index % Block);
        double width = Math.Min(Block, count - start);
        double meanSeconds = (start + (width * new Draw(seed, kind, index).Unit(Field.Arrival))) / perSecond;
        return Epoch + (long)(profile.SecondsAt(meanSeconds) * 1_000);
    }

    /// <summary>All events in order of time.</summary>
    /// <returns>Each with its index; indices are out of order within a block.</returns>
    public IEnumerable<(long Index, long Time)> InOrder()
    {
        long[] times = new long[Block];
        long[] indices = new long[Block];
        for (long start = 0; start < count; start += Block)
        {
            int length = (int)Math.Min(Block, count - start);
            for (int i = 0; i < length; i++)
            {
                indices[i] = start + i;
                times[i] = TimeOf(start + i);
            }

            Array.Sort(times, indices, 0, length);
            for (int i = 0; i < length; i++)
            {
                yield return (indices[i], times[i]);
            }
        }
    }
}
