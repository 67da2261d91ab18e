using System.Globalization;
using System.Text;
using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Orders;

/// <summary>The judges of a record, one per reason; each names every fault of its kind, or returns null.</summary>
internal static class OrderFaults
{
    private const string Latitudes = "-90..90 degrees";
    private const string Longitudes = "-180..180 degrees";
    private static readonly string Spaces = $"{OrderLimits.MinSpace}..{OrderLimits.MaxSpace}";
    private static readonly string Reviews = $"{OrderLimits.MinReview}..{OrderLimits.MaxReview}";
    private static readonly string Distances = $"0..{OrderLimits.MaxDistanceMetres} metres";

    public static Rejection? Schema(in OrderScan scan)
    {
        if (!scan.IsObject)
        {
            return new(DeadLetterReason.Schema, "The value is not a JSON object.");
        }

        string? detail = null;
        for (int i = 0; i < scan.Fields; i++)
        {
            OrderField field = (OrderField)i;
            if (!scan.IsTyped(field))
            {
                Add(ref detail, $"/{OrderSchema.Name(field)} {Found(scan, field)}");
            }
        }

        return Reject(DeadLetterReason.Schema, detail);
    }

    public static Rejection? Id(ReadOnlySpan<byte> key, string id)
    {
        string? detail = null;
        if (!OrderId.IsValid(id))
        {
            Add(ref detail, $"/{OrderFields.Id} {OrderId.Describe(id)}");
        }

        if (!IsSame(key, id))
        {
            Add(ref detail, $"/{OrderFields.Id} is not the record's key, which {OrderKey.Describe(key)}");
        }

        return Reject(DeadLetterReason.Id, detail);
    }

    public static Rejection? Time(in OrderScan scan)
    {
        double start = scan.Number(OrderField.StartTime);
        double end = scan.Number(OrderField.EndTime);
        string? detail = null;
        CheckTime(ref detail, OrderFields.StartTime, start);
        CheckTime(ref detail, OrderFields.EndTime, end);
        if (detail is null && start >= end)
        {
            detail = $"/{OrderFields.EndTime} is {Text(end)}: it must lie after /{OrderFields.StartTime}, which is {Text(start)}";
        }

        return Reject(DeadLetterReason.Time, detail);
    }

    public static Rejection? Range(in OrderScan scan)
    {
        string? detail = null;
        Check(ref detail, scan, OrderField.Space, OrderLimits.MinSpace, OrderLimits.MaxSpace, Spaces);
        Check(ref detail, scan, OrderField.Review, OrderLimits.MinReview, OrderLimits.MaxReview, Reviews);
        CheckPlace(ref detail, scan, OrderField.SourceLatitude, OrderField.SourceLongitude);
        CheckPlace(ref detail, scan, OrderField.DestinationLatitude, OrderField.DestinationLongitude);
        Check(ref detail, scan, OrderField.Distance, 0, OrderLimits.MaxDistanceMetres, Distances);
        if (scan.Fields == OrderSchema.TripFields)
        {
            Check(ref detail, scan, OrderField.Price, OrderLimits.MinReview, OrderLimits.MaxReview, Reviews);
        }

        return Reject(DeadLetterReason.Range, detail);
    }

    private static string Found(in OrderScan scan, OrderField field)
    {
        string expected = OrderSchema.TypeName(field);
        string found = scan.Token(field) is JsonTokenType.Number && field is not OrderField.Id
            ? $"is {Text(scan.Number(field))}"
            : JsonSyntax.Found(scan.Token(field));
        return $"{found}: it must be {expected}";
    }

    private static bool IsSame(ReadOnlySpan<byte> key, string id)
    {
        if (id.Length > OrderId.MaxLength)
        {
            return Encoding.UTF8.GetBytes(id).AsSpan().SequenceEqual(key);
        }

        Span<byte> bytes = stackalloc byte[OrderId.MaxLength * 3]; // at most three bytes of UTF-8 per UTF-16 unit
        return bytes[..Encoding.UTF8.GetBytes(id, bytes)].SequenceEqual(key);
    }

    private static void CheckTime(ref string? detail, string field, double time)
    {
        if (time is not (>= OrderTime.Earliest and <= OrderTime.Latest))
        {
            Add(ref detail, $"/{field}: {Text(time)} {Hint(time)}, within {OrderTime.Earliest}..{OrderTime.Latest}");
        }
    }

    private static string Hint(double time)
    {
        foreach ((double millisecondsPerUnit, string unit) in (ReadOnlySpan<(double, string)>)[(1e3, "seconds"), (1e-3, "microseconds"), (1e-6, "nanoseconds")])
        {
            if (time * millisecondsPerUnit is >= OrderTime.Earliest and <= OrderTime.Latest)
            {
                return $"looks like {unit}; milliseconds are expected";
            }
        }

        return "is no time; unix milliseconds are expected";
    }

    private static void CheckPlace(ref string? detail, in OrderScan scan, OrderField latitude, OrderField longitude)
    {
        if (!LatLon.IsLatitude(scan.Number(latitude)))
        {
            AddRange(ref detail, scan, latitude, Latitudes);
        }

        if (!LatLon.IsLongitude(scan.Number(longitude)))
        {
            AddRange(ref detail, scan, longitude, Longitudes);
        }
    }

    private static void Check(ref string? detail, in OrderScan scan, OrderField field, double least, double most, string range)
    {
        double number = scan.Number(field);
        if (!(number >= least && number <= most))
        {
            AddRange(ref detail, scan, field, range);
        }
    }

    private static void AddRange(ref string? detail, in OrderScan scan, OrderField field, string range) =>
        Add(ref detail, $"/{OrderSchema.Name(field)} is {Text(scan.Number(field))}: it must lie in {range}");

    private static void Add(ref string? detail, string fault) => detail = detail is null ? fault : $"{detail}; {fault}";

    private static Rejection? Reject(DeadLetterReason reason, string? detail) =>
        detail is null ? null : new Rejection(reason, detail);

    // Twenty-odd characters at most, whatever the sender wrote.
    private static string Text(double number) => Math.Abs(number) < 1e18 && double.IsInteger(number)
        ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
