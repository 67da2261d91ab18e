namespace SpecialDelivery.Core.Orders;

/// <summary>Which instants an event may name.</summary>
/// <remarks>Below the range lie seconds sent for milliseconds (until the year 5138), above it microseconds and the year 9999.</remarks>
public static class OrderTime
{
    /// <summary>First instant, unix milliseconds: 3 March 1973.</summary>
    public const long Earliest = 100_000_000_000;

    /// <summary>Last instant, unix milliseconds: the end of the year 2099.</summary>
    public const long Latest = 4_102_444_799_999;

    /// <summary>Whether a number is a time of this product.</summary>
    /// <param name="unixMilliseconds">Any number.</param>
    /// <returns>True from <see cref="Earliest"/> to <see cref="Latest"/>.</returns>
    public static bool IsValid(long unixMilliseconds) => unixMilliseconds is >= Earliest and <= Latest;
}
