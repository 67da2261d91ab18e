using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Reads trips and packages, on the executors, by the strict reader.</summary>
/// <remarks>What it refuses comes along as bytes, cut where the driver's reader needs no more to tell the reason.</remarks>
internal sealed record OrderReading : IPartitionFunction<OrderRecordRow, OrderRow>
{
    /// <summary>Kafka records → one row per record.</summary>
    /// <param name="records">Records of both input topics.</param>
    public static DataFrame Read(DataFrame records) => records
        .SelectExpr($"topic = '{Topics.Trips}' AS IsTrip", "partition", "offset", "unix_millis(timestamp) AS timestamp", "key", "value")
        .MapPartitions(new OrderReading());

    /// <inheritdoc/>
    public IEnumerable<OrderRow> Run(IEnumerable<OrderRecordRow> rows) => rows.Select(Read);

    private static OrderRow Read(OrderRecordRow record)
    {
        Trip? trip = null;
        Package? package = null;
        if (record.Value is { } value)
        {
            ReadOnlySpan<byte> key = record.Key.GetValueOrDefault().Span;
            _ = record.IsTrip ? OrderParser.TryParseTrip(key, value.Span, out trip, out _) : OrderParser.TryParsePackage(key, value.Span, out package, out _);
        }

        bool isOrder = trip is not null || package is not null;
        return new(
            record.IsTrip,
            record.Partition,
            record.Offset,
            record.Timestamp,
            isOrder ? null : record.Key?.ToArray(),
            isOrder ? null : RefusedBytes.Of(record.Value, OrderLimits.MaxRecordBytes),
            trip,
            package);
    }
}
