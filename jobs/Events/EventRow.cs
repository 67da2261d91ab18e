using System.Text;
using System.Text.Json;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Steps;

namespace SpecialDelivery.Jobs.Events;

/// <summary>An event as files keep it; its parts are the columns of <see cref="EventTable.Schema"/> under their C# names. Texts are UTF-8.</summary>
internal readonly record struct EventRow(
    int Partition,
    long Offset,
    long Received,
    long Ts,
    long Placed,
    bool Late,
    bool Clamped,
    ReadOnlyMemory<byte> EventType,
    ReadOnlyMemory<byte>? Params,
    int Year,
    int Month,
    int Day,
    int Hour)
{
    /// <summary>Records that are no events stand under this year: none of the calendar's.</summary>
    public const int RefusedYear = 0;

    /// <summary>Expressions that give the columns their names and types.</summary>
    public static readonly string[] Columns =
    [
        "Partition AS partition", "Offset AS offset", "Received AS received", "Ts AS ts", "Placed AS placed", "Late AS late", "Clamped AS clamped",
        "cast(EventType AS string) AS event_type", "cast(Params AS string) AS params", "Year AS year", "Month AS month", "Day AS day", "Hour AS hour",
    ];

    /// <summary>The row of an event of the usual form; its texts are slices of the record.</summary>
    /// <param name="plain">The event.</param>
    /// <param name="record">Its record.</param>
    /// <param name="settings">How events are placed in time.</param>
    public static EventRow Of(PlainEvent plain, EventRecord record, EventsSettings settings)
    {
        ReadOnlyMemory<byte> value = record.Value.GetValueOrDefault();
        return Of(value[plain.EventType], plain.Ts, value[plain.Params], record, settings);
    }

    /// <summary>The row of any event.</summary>
    /// <param name="appEvent">The event.</param>
    /// <param name="record">Its record.</param>
    /// <param name="settings">How events are placed in time.</param>
    public static EventRow Of(AppEvent appEvent, EventRecord record, EventsSettings settings)
    {
        using JsonDocument written = JsonDocument.Parse(AppEventJson.ToBytes(appEvent));
        string details = written.RootElement.GetProperty(AppEventFields.Params).GetRawText();
        return Of(Encoding.UTF8.GetBytes(appEvent.EventType), appEvent.Ts, Encoding.UTF8.GetBytes(details), record, settings);
    }

    /// <summary>The row of a record that is no event: its bytes as base64 in <c>params</c>, null for none.</summary>
    /// <param name="record">The record.</param>
    public static EventRow Refuse(EventRecord record)
    {
        ReadOnlyMemory<byte>? kept = RefusedBytes.Of(record.Value, AppEventLimits.MaxEventBytes) is { } bytes ? Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)) : null;
        return new(record.Partition, record.Offset, record.Received, 0, 0, Late: false, Clamped: false, default, kept, RefusedYear, 0, 0, 0);
    }

    private static EventRow Of(ReadOnlyMemory<byte> type, long ts, ReadOnlyMemory<byte> details, EventRecord record, EventsSettings settings)
    {
        EventPlacement place = EventPlacement.Of(settings, ts, record.Received);
        DateTime at = DateTimeOffset.FromUnixTimeSeconds(place.PlacedTs).UtcDateTime;
        return new(record.Partition, record.Offset, record.Received, ts, place.PlacedTs, place.IsLate, place.IsClamped, type, details, at.Year, at.Month, at.Day, at.Hour);
    }
}
