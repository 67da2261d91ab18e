using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>Writes events as they stand on topic <c>get_social_events</c>: <c>{"event_type":…,"ts":…,"params":{…}}</c>.</summary>
public static class AppEventJson
{
    // A record, not a web page: quotes within text are all that needs escaping.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an event; what it was sent with beside its fields is not written.</summary>
    /// <param name="appEvent">The event.</param>
    /// <param name="output">Receives UTF-8 JSON on one line.</param>
    public static void Write(AppEvent appEvent, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(appEvent);
        using Utf8JsonWriter json = new(output, Options);
        json.WriteStartObject();
        json.WriteString(AppEventFields.EventType, appEvent.EventType);
        json.WriteNumber(AppEventFields.Ts, appEvent.Ts);
        json.WriteStartObject(AppEventFields.Params);
        foreach (AppEventParam param in appEvent.Params)
        {
            json.WritePropertyName(param.Name);
            if (param.Kind is AppEventParamKind.Text)
            {
                json.WriteStringValue(param.Text);
            }
            else
            {
                json.WriteRawValue(param.Text); // numbers keep every digit they were sent with
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes an event.</summary>
    /// <param name="appEvent">The event.</param>
    /// <returns>UTF-8 JSON on one line.</returns>
    public static byte[] ToBytes(AppEvent appEvent)
    {
        ArrayBufferWriter<byte> output = new(256);
        Write(appEvent, output);
        return output.WrittenSpan.ToArray();
    }
}
