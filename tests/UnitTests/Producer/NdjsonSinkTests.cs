using System.Text;
using System.Text.Json;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Sinks;
using SpecialDelivery.Producer.Worlds.Cities;

namespace UnitTests.Producer;

public sealed class NdjsonSinkTests
{
    [Fact]
    public async Task Writes_a_line_per_record_from_which_its_bytes_can_be_had_again()
    {
        ProducedRecord[] records =
        [
            ProducedRecord.For(new CitiesWorld(new()).Trip(0).Trip!, 1_000, 1_000),
            ProducedRecord.Withdrawal(Topics.Packages, "p", 2_000),
            ProducedRecord.Junk(Topics.Trips, "j", "tab\t\"quote\" ü"u8.ToArray(), 3_000, 3_000),
            ProducedRecord.Junk(Topics.Trips, "k", [0x7B, 0xFF, 0x7D], 4_000, 4_000),
        ];
        MemoryStream stream = new();
        NdjsonSink sink = new(stream);
        await using (sink)
        {
            foreach (ProducedRecord record in records)
            {
                sink.Write(record);
            }

            await sink.FlushAsync();
            Assert.Equal(4, sink.Acknowledged);
        }

        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
        Assert.Equal("", lines[^1]);
        Assert.Equal(records.Length, lines.Length - 1);
        foreach ((ProducedRecord record, string line) in records.Zip(lines))
        {
            JsonElement read = JsonDocument.Parse(line).RootElement;
            Assert.Equal(record.Topic, read.GetProperty("topic").GetString());
            Assert.Equal(record.Key, read.GetProperty("key").GetString());
            Assert.Equal(record.Timestamp, read.GetProperty("timestamp").GetInt64());
            Assert.Equal(record.IsTombstone, read.GetProperty("value").ValueKind is JsonValueKind.Null);
            byte[] value = record.IsTombstone ? []
                : read.TryGetProperty("encoding", out _) ? read.GetProperty("value").GetBytesFromBase64()
                : Encoding.UTF8.GetBytes(read.GetProperty("value").GetString()!);
            Assert.Equal(OrderBytes.Value(record), value);
        }
    }
}
