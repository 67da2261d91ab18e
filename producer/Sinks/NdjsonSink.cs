using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SpecialDelivery.Producer.Records;

namespace SpecialDelivery.Producer.Sinks;

/// <summary>One JSON object per line: <c>{"topic","key","timestamp","value"}</c>, the same bytes for the same world.</summary>
/// <remarks>
/// The value is a string, for bad input is no JSON; null stands for a tombstone; bytes that are no UTF-8 are written in base64, marked
/// by <c>"encoding":"base64"</c>.
/// </remarks>
public sealed class NdjsonSink : IRecordSink
{
    private const int BufferBytes = 1 << 16;

    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _lines = new(2 * BufferBytes);
    private readonly ArrayBufferWriter<byte> _value = new();
    private readonly Utf8JsonWriter _json;
    private long _written;

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">Taken over: disposed with the sink.</param>
    public NdjsonSink(Stream stream)
    {
        _stream = stream;
        // A file, not a web page: quotes within the value are all that needs escaping.
        _json = new(_lines, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <inheritdoc/>
    public long Acknowledged { get; private set; }

    /// <inheritdoc/>
    public void Write(ProducedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteString("topic"u8, record.Topic);
        _json.WriteString("key"u8, record.Key);
        _json.WriteNumber("timestamp"u8, record.Timestamp);
        WriteValue(record);
        _json.WriteEndObject();
        _json.Flush();
        _lines.Write("\n"u8);
        _written++;
        if (_lines.WrittenCount >= BufferBytes)
        {
            WriteLines();
        }
    }

    /// <inheritdoc/>
    public async Task FlushAsync()
    {
        WriteLines();
        await _stream.FlushAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    private void WriteLines()
    {
        _stream.Write(_lines.WrittenSpan);
        _lines.ResetWrittenCount();
        Acknowledged = _written;
    }

    private void WriteValue(ProducedRecord record)
    {
        if (record.IsTombstone)
        {
            _json.WriteNull("value"u8);
            return;
        }

        _value.ResetWrittenCount();
        record.WriteValue(_value);
        if (Utf8.IsValid(_value.WrittenSpan))
        {
            _json.WriteString("value"u8, _value.WrittenSpan);
        }
        else
        {
            _json.WriteBase64String("value"u8, _value.WrittenSpan);
            _json.WriteString("encoding"u8, "base64"u8);
        }
    }
}
