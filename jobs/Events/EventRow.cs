using System.Text.Json;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Jobs.Events;

/// <summary>An event as files keep it; its parts are the columns of <see cref="EventDecoding.Schema"/> under their C# names.</summary>
internal sealed record EventRow(
    int Partition, long Offset, long Received, long Ts, long Placed, bool Late, bool Clamped, string EventType, string Params, int Year, int Month, int Day, int Hour)
{
    /// <summary>Expressions that give the columns their names.</summary>
    public static readonly string[] Columns =
    [
        "Partition AS partition", "Offset AS offset", "Received AS received", "Ts AS ts", "Placed AS placed", "Late AS late", "Clamped AS clamped",
        "EventType AS event_type", "Params AS params", "Year AS year", "Month AS month", "Day AS day", "Hour AS hour",
    ];

    /// <summary>The row of an event that the strict reader found good.</summary>
    /// <param name="appEvent">The event.</param>
    /// <param name="record">Its record.</param>
    /// <param name="settings">How events are placed in time.</param>
    public static EventRow Of(AppEvent appEvent, DoubtRow record, EventsSettings settings)
    {
        EventPlacement place = EventPlacement.Of(settings, appEvent.Ts, record.Received);
        DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(place.PlacedTs);
        using JsonDocument written = JsonDocument.Parse(AppEventJson.ToBytes(appEvent));
        string details = written.RootElement.GetProperty(AppEventFields.Params).GetRawText();
        return new(
            record.Partition, record.Offset, record.Received, appEvent.Ts, place.PlacedTs, place.IsLate, place.IsClamped, appEvent.EventType, details, at.Year, at.Month, at.Day, at.Hour);
    }
}
