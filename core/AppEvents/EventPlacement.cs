using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>Where an event stands in time: decided from its own record alone, so that every replay decides the same.</summary>
/// <param name="PlacedTs">The second under which it is filed, unix seconds.</param>
/// <param name="IsLate">Received so long after it happened that its window is not changed any more; it is kept and found all the same.</param>
/// <param name="IsClamped">Its time lay so far ahead of its receipt that it is filed under its receipt.</param>
public readonly record struct EventPlacement(long PlacedTs, bool IsLate, bool IsClamped)
{
    /// <summary>Places an event.</summary>
    /// <param name="settings">The limits.</param>
    /// <param name="ts">The event's own time, unix seconds.</param>
    /// <param name="receivedAt">The record's timestamp, unix milliseconds.</param>
    /// <returns>Its place.</returns>
    public static EventPlacement Of(EventsSettings settings, long ts, long receivedAt)
    {
        ArgumentNullException.ThrowIfNull(settings);
        long received = Math.Max(0, receivedAt / 1_000);
        return ts > received + (long)settings.FutureLimit.TotalSeconds ? new(received, IsLate: false, IsClamped: true)
            : new(ts, IsLate: ts < received - (long)settings.LateLimit.TotalSeconds, IsClamped: false);
    }
}
