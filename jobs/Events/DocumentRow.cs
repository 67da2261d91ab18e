using System.Buffers;
using System.Text.Json;
using SpecialDelivery.Core.AppEvents;

namespace SpecialDelivery.Jobs.Events;

/// <summary>An event on its way into the index.</summary>
internal sealed record DocumentRow(int Partition, long Offset, long Ts, long Placed, bool Late, bool Clamped, string EventType, string Params)
{
    /// <summary>The columns of an event that become this record.</summary>
    public static readonly string[] Columns =
    [
        "partition AS Partition", "offset AS Offset", "ts AS Ts", "placed AS Placed", "late AS Late", "clamped AS Clamped", "event_type AS EventType", "params AS Params",
    ];

    /// <summary>The old id, which only the first event of its type and second gets.</summary>
    public string ShortId => EventIds.Old(EventType, Ts);

    /// <summary>The id that is its own in any case.</summary>
    public string LongId => EventIds.Unique(EventType, Ts, Partition, Offset);

    /// <summary>Its document.</summary>
    /// <param name="id">Its id.</param>
    public byte[] Document(string id)
    {
        ArrayBufferWriter<byte> output = new(256 + Params.Length);
        using Utf8JsonWriter json = new(output);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteNumber(AppEventFields.Ts, Ts);
        json.WriteString(AppEventFields.EventType, EventType);
        json.WritePropertyName(AppEventFields.Params);
        json.WriteRawValue(Params, skipInputValidation: true);
        json.WriteBoolean("late", Late);
        json.WriteNumber("partition", Partition);
        json.WriteNumber("offset", Offset);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenSpan.ToArray();
    }
}
