using System.Globalization;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>Windows of the counts: they begin at multiples of their width since 1970.</summary>
public static class EventWindow
{
    /// <summary>Start of the window that holds a second.</summary>
    /// <param name="placedTs">Unix seconds, at least 0.</param>
    /// <param name="widthSeconds">Width, at least 1 s.</param>
    /// <returns>Unix seconds.</returns>
    public static long StartOf(long placedTs, long widthSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(placedTs);
        ArgumentOutOfRangeException.ThrowIfLessThan(widthSeconds, 1);
        return placedTs / widthSeconds * widthSeconds;
    }

    /// <summary>Id of a count's document, such as <c>1465583533session_start</c>. Types begin with no digit only by custom, so ids are compared as wholes, never taken apart.</summary>
    /// <param name="start">Start of the window, unix seconds.</param>
    /// <param name="eventType">Type of the events counted.</param>
    public static string DocumentId(long start, string eventType) => start.ToString(CultureInfo.InvariantCulture) + eventType;
}
