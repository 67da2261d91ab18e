using System.Diagnostics.CodeAnalysis;

namespace SpecialDelivery.Core.Orders;

/// <summary>The strict reader of trips and packages: it alone decides what is refused and why.</summary>
public static class OrderParser
{
    /// <summary>Reads a record of topic <c>DRIVER</c>.</summary>
    /// <param name="key">The record's key; empty when it has none.</param>
    /// <param name="value">The record's value, not a tombstone.</param>
    /// <param name="trip">The trip.</param>
    /// <param name="rejection">Why it is none.</param>
    /// <returns>Whether the record is a trip.</returns>
    public static bool TryParseTrip(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, [NotNullWhen(true)] out Trip? trip, [NotNullWhen(false)] out Rejection? rejection) =>
        throw new NotSupportedException();

    /// <summary>Reads a record of topic <c>SENDER</c>.</summary>
    /// <param name="key">The record's key; empty when it has none.</param>
    /// <param name="value">The record's value, not a tombstone.</param>
    /// <param name="package">The package.</param>
    /// <param name="rejection">Why it is none.</param>
    /// <returns>Whether the record is a package.</returns>
    public static bool TryParsePackage(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, [NotNullWhen(true)] out Package? package, [NotNullWhen(false)] out Rejection? rejection) =>
        throw new NotSupportedException();
}
