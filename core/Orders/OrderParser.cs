using System.Diagnostics.CodeAnalysis;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Orders;

/// <summary>The strict reader of trips and packages: it alone decides what is refused and why.</summary>
/// <remarks>
/// A record is judged by size, syntax, schema, id, time and range, in this order; the first that fails gives the reason, and all faults
/// of that kind stand in the detail. Fields that the order does not know are ignored. Nothing is thrown, whatever the bytes.
/// </remarks>
public static class OrderParser
{
    /// <summary>Reads a record of topic <c>DRIVER</c>.</summary>
    /// <param name="key">The record's key; empty when it has none.</param>
    /// <param name="value">The record's value, not a tombstone.</param>
    /// <param name="trip">The trip.</param>
    /// <param name="rejection">Why it is none.</param>
    /// <returns>Whether the record is a trip.</returns>
    public static bool TryParseTrip(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, [NotNullWhen(true)] out Trip? trip, [NotNullWhen(false)] out Rejection? rejection)
    {
        OrderScan scan = default;
        rejection = Judge(key, value, OrderSchema.TripFields, ref scan);
        trip = rejection is not null ? null : new Trip(
            scan.Id!,
            (long)scan.Number(OrderField.StartTime),
            (long)scan.Number(OrderField.EndTime),
            (int)scan.Number(OrderField.Space),
            scan.Number(OrderField.Review),
            new LatLon(scan.Number(OrderField.SourceLatitude), scan.Number(OrderField.SourceLongitude)),
            new LatLon(scan.Number(OrderField.DestinationLatitude), scan.Number(OrderField.DestinationLongitude)),
            scan.Number(OrderField.Distance),
            scan.Number(OrderField.Price));
        return trip is not null;
    }

    /// <summary>Reads a record of topic <c>SENDER</c>.</summary>
    /// <param name="key">The record's key; empty when it has none.</param>
    /// <param name="value">The record's value, not a tombstone.</param>
    /// <param name="package">The package.</param>
    /// <param name="rejection">Why it is none.</param>
    /// <returns>Whether the record is a package.</returns>
    public static bool TryParsePackage(
        ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, [NotNullWhen(true)] out Package? package, [NotNullWhen(false)] out Rejection? rejection)
    {
        OrderScan scan = default;
        rejection = Judge(key, value, OrderSchema.PackageFields, ref scan);
        package = rejection is not null ? null : new Package(
            scan.Id!,
            (long)scan.Number(OrderField.StartTime),
            (long)scan.Number(OrderField.EndTime),
            (int)scan.Number(OrderField.Space),
            scan.Number(OrderField.Review),
            new LatLon(scan.Number(OrderField.SourceLatitude), scan.Number(OrderField.SourceLongitude)),
            new LatLon(scan.Number(OrderField.DestinationLatitude), scan.Number(OrderField.DestinationLongitude)),
            scan.Number(OrderField.Distance));
        return package is not null;
    }

    private static Rejection? Judge(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, int fields, ref OrderScan scan)
    {
        if (value.Length > OrderLimits.MaxRecordBytes)
        {
            return new(DeadLetterReason.Size, $"The value is {value.Length} bytes: at most {OrderLimits.MaxRecordBytes} are read");
        }

        if (scan.Read(value, fields) is { } fault)
        {
            return new(DeadLetterReason.Syntax, fault);
        }

        return OrderFaults.Schema(scan) ?? OrderFaults.Id(key, scan.Id!) ?? OrderFaults.Time(scan) ?? OrderFaults.Range(scan);
    }
}
