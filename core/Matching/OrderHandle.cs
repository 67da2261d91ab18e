namespace SpecialDelivery.Core.Matching;

/// <summary>Where an order stands in its topic, in one number: the same after every restart.</summary>
public static class OrderHandle
{
    private const int OffsetBits = 48;

    /// <summary>Packs a position.</summary>
    /// <param name="partition">0 to 32 767.</param>
    /// <param name="offset">0 to 2^48 - 1.</param>
    /// <returns>A number unique within the topic, in the partition's order.</returns>
    public static long Pack(int partition, long offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(partition);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(partition, short.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(offset, 1L << OffsetBits);
        return ((long)partition << OffsetBits) | offset;
    }
}
