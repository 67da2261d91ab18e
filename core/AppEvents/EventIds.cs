using System.Globalization;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>Ids of the documents of single events.</summary>
public static class EventIds
{
    /// <summary>The old form, type and second, such as <c>session_end1465484030</c>: for the first event of its type and second.</summary>
    /// <param name="eventType">Type.</param>
    /// <param name="ts">Unix seconds.</param>
    public static string Old(string eventType, long ts) => eventType + ts.ToString(CultureInfo.InvariantCulture);

    /// <summary>The old form made unique by the record's place, for all further ones.</summary>
    /// <param name="eventType">Type.</param>
    /// <param name="ts">Unix seconds.</param>
    /// <param name="partition">Of the record.</param>
    /// <param name="offset">Of the record.</param>
    public static string Unique(string eventType, long ts, int partition, long offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{eventType}{ts}-{partition}-{offset}");
}
