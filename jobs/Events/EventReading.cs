using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Jobs.Events;

/// <summary>Reads app events, on the executors: by their usual form, or else by the strict reader.</summary>
/// <param name="Settings">How events are placed in time.</param>
internal sealed record EventReading(EventsSettings Settings) : IPartitionFunction<EventRecord, EventRow>
{
    /// <summary>Kafka records → columns of <see cref="EventTable.Schema"/>, one row per record.</summary>
    /// <param name="records">Records of topic <c>get_social_events</c>.</param>
    /// <param name="settings">How events are placed in time.</param>
    public static DataFrame Read(DataFrame records, EventsSettings settings) => records
        .SelectExpr("partition", "offset", "unix_millis(timestamp) AS received", "value")
        .MapPartitions(new EventReading(settings))
        .SelectExpr(EventRow.Columns);

    /// <inheritdoc/>
    public IEnumerable<EventRow> Run(IEnumerable<EventRecord> rows) => rows.Select(Read);

    private EventRow Read(EventRecord record)
    {
        ReadOnlySpan<byte> value = record.Value.GetValueOrDefault().Span;
        return AppEventForm.TryRead(value, out PlainEvent plain) ? EventRow.Of(plain, record, Settings)
            : AppEventParser.Parse(value).Event is { } appEvent ? EventRow.Of(appEvent, record, Settings)
            : EventRow.Refuse(record);
    }
}
