using System.Buffers;
using System.Text.Json;

namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>The body of a bulk request: a line that says what to do, then the document's line.</summary>
internal static class BulkBody
{
    /// <summary>Writes items as newline-delimited JSON.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyCollection<BulkItem> items)
    {
        ArrayBufferWriter<byte> output = new(items.Count * 300);
        using Utf8JsonWriter json = new(output);
        foreach (BulkItem item in items)
        {
            json.WriteStartObject();
            json.WriteStartObject(item.Source is null ? "delete" : item.OnlyIfAbsent ? "create" : "index");
            json.WriteString("_id", item.Id);
            if (item.Version is { } version)
            {
                json.WriteNumber("version", version);
                json.WriteString("version_type", "external");
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
            if (item.Source is { } source)
            {
                WriteLine(output, source);
            }
        }

        return output.WrittenMemory;
    }

    /// <summary>A document written over several lines would be read as several: inside a text a line break is escaped, so each raw one is mere space.</summary>
    private static void WriteLine(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> source)
    {
        Span<byte> line = output.GetSpan(source.Length + 1);
        source.CopyTo(line);
        line[..source.Length].Replace((byte)'\n', (byte)' ');
        line[..source.Length].Replace((byte)'\r', (byte)' ');
        line[source.Length] = (byte)'\n';
        output.Advance(source.Length + 1);
    }
}
