using System.Text;
using SpecialDelivery.Platform.Kafka;

namespace IntegrationTests.Platform;

[Collection(nameof(StreamServers))]
public sealed class KafkaTests(StreamServers servers)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly string _topic = $"test-{Guid.NewGuid():N}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_come_back_as_they_were_written()
    {
        await CreateAsync(1);
        using (RecordWriter writer = new(servers.Kafka))
        {
            writer.Write(_topic, "k"u8.ToArray(), "v"u8.ToArray(), 1_000_000_000_123, [new("sent_at", "42"u8.ToArray())]);
            writer.Write(_topic, "k", "text"u8, 1_000_000_000_124);
            writer.Write(_topic, "gone"u8.ToArray(), null);
            writer.Write(_topic, (byte[]?)null, []);
            writer.Flush(Limit);
            Assert.Equal((4, 4), (writer.Sent, writer.Acknowledged));
        }

        TopicRecord[] records = [.. new TopicReader(servers.Kafka, headers: true).Read([_topic], Cancel)];
        Assert.Equal(["k=v", "k=text", "gone=-", "-="], records.Select(record => $"{Text(record.Key)}={Text(record.Value)}"));
        Assert.Equal([0L, 1, 2, 3], records.Select(record => record.Offset));
        Assert.Equal((1_000_000_000_123, 1_000_000_000_124), (records[0].Timestamp, records[1].Timestamp));
        Assert.Equal("42", Text(records[0].Header("sent_at")));
        Assert.Null(records[1].Header("sent_at"));
    }

    [Fact]
    public async Task Topics_are_created_once_and_keep_records_of_years_ago()
    {
        Assert.Equal([_topic], await TopicAdmin.EnsureAsync(servers.Kafka, [_topic], 2));
        Assert.Empty(await TopicAdmin.EnsureAsync(servers.Kafka, [_topic], 5));
        using TopicOffsets offsets = new(servers.Kafka);
        Assert.Equal([0, 1], offsets.End([_topic]).Select(end => end.Partition));
    }

    [Fact]
    public async Task Keys_go_where_Kafkas_own_client_sends_them()
    {
        await CreateAsync(7);
        string[] keys = [.. Enumerable.Range(0, 200).Select(i => $"package-{i}")];
        Write(keys);
        Assert.All(
            new TopicReader(servers.Kafka).Read([_topic], Cancel),
            record => Assert.Equal((Murmur2(record.Key!) & 0x7fffffff) % 7, record.Partition));
    }

    [Fact]
    public async Task Reading_stops_at_the_end_known_at_the_start_and_may_start_anywhere()
    {
        await CreateAsync(2);
        Write([.. Enumerable.Range(0, 1_000).Select(i => $"k{i}")]);
        using TopicOffsets offsets = new(servers.Kafka);
        IReadOnlyList<TopicOffset> ends = offsets.End([_topic]);
        Write(["late-1", "late-2", "late-3"]);
        TopicReader reader = new(servers.Kafka);
        Assert.Equal(1_000, reader.Read(offsets.Beginning([_topic]), ends, Cancel).Count());
        Assert.Equal(3, reader.Read(ends, offsets.End([_topic]), Cancel).Count());
        Assert.Empty(reader.Read(ends, ends, Cancel));
    }

    [Fact]
    public async Task A_topic_without_an_end_is_followed()
    {
        await CreateAsync(1);
        Write(["a"]);
        using IEnumerator<TopicRecord> records = new TopicReader(servers.Kafka).Read([new(_topic, 0, 0)], [], Cancel).GetEnumerator();
        Assert.True(records.MoveNext());
        Write(["b"]);
        Assert.True(records.MoveNext());
        Assert.Equal("b", Text(records.Current.Key));
    }

    [Fact]
    public async Task Records_that_are_gone_are_an_error()
    {
        await CreateAsync(1);
        Write(["a", "b", "c"]);
        TopicException fault = Assert.Throws<TopicException>(() => new TopicReader(servers.Kafka).Read([new(_topic, 0, 50)], [new(_topic, 0, 60)], Cancel).Count());
        Assert.Contains("no longer has the records", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_topic_is_named()
    {
        TopicException fault = Assert.Throws<TopicException>(() => new TopicReader(servers.Kafka).Read([_topic], Cancel));
        Assert.Contains(_topic, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Kafka_does_not_take_is_not_lost_silently()
    {
        using RecordWriter writer = new("127.0.0.1:1", new RecordWriterSettings { DeliveryTimeout = TimeSpan.FromSeconds(1) });
        writer.Write(_topic, "k", "v"u8);
        RecordsLostException lost = Assert.Throws<RecordsLostException>(() => writer.Flush(Limit));
        Assert.Equal(1, lost.Failed);
        Assert.Equal((1, 0), (writer.Sent, writer.Acknowledged));
    }

    [Fact]
    public async Task A_full_queue_makes_the_writer_wait()
    {
        await CreateAsync(1);
        using RecordWriter writer = new(servers.Kafka, new RecordWriterSettings { QueueRecords = 10 });
        for (int i = 0; i < 1_000; i++)
        {
            writer.Write(_topic, "k", "v"u8);
        }

        writer.Flush(Limit);
        Assert.Equal(1_000, writer.Acknowledged);
    }

    [Fact]
    public async Task A_group_goes_on_where_it_committed()
    {
        await CreateAsync(2);
        string group = $"group-{_topic}";
        Write([.. Enumerable.Range(0, 100).Select(i => $"k{i}")]);
        using TopicOffsets offsets = new(servers.Kafka, group);
        Assert.Equal(100, offsets.Lag([_topic]));
        List<string?> committed = ReadGroup(group, records: 30, commit: true);
        List<string?> dropped = ReadGroup(group, records: 30, commit: false);
        Assert.Equal(100 - committed.Count, offsets.Lag([_topic]));
        List<string?> rest = ReadGroup(group, records: int.MaxValue, commit: true);
        Assert.Equal(100, committed.Concat(rest).Distinct().Count());
        Assert.Equal(100, committed.Count + rest.Count);
        Assert.NotEmpty(dropped);
        Assert.Equal(0, offsets.Lag([_topic]));
    }

    private static string Text(byte[]? bytes) => bytes is null ? "-" : Encoding.UTF8.GetString(bytes);

    private List<string?> ReadGroup(string group, int records, bool commit)
    {
        using GroupReader reader = new(servers.Kafka, group, [_topic]);
        List<string?> keys = [];
        while (!reader.IsAtEnd && keys.Count < records)
        {
            keys.AddRange(reader.Next(10, Cancel).Select(record => Text(record.Key)));
        }

        if (commit)
        {
            reader.Commit();
        }

        return keys;
    }

    private Task<IReadOnlyList<string>> CreateAsync(int partitions) => TopicAdmin.EnsureAsync(servers.Kafka, [_topic], partitions);

    private void Write(IEnumerable<string> keys)
    {
        using RecordWriter writer = new(servers.Kafka);
        foreach (string key in keys)
        {
            writer.Write(_topic, key, "v"u8);
        }

        writer.Flush(Limit);
    }

    /// <summary>The hash of Kafka's default partitioner, written after org.apache.kafka.common.utils.Utils.murmur2.</summary>
    private static int Murmur2(ReadOnlySpan<byte> data)
    {
        const uint Mix = 0x5bd1e995;
        uint hash = 0x9747b28c ^ (uint)data.Length;
        int i = 0;
        for (; i + 4 <= data.Length; i += 4)
        {
            uint k = BitConverter.ToUInt32(data[i..]) * Mix;
            k ^= k >> 24;
            hash = (hash * Mix) ^ (k * Mix);
        }

        for (int left = data.Length - i - 1; left >= 0; left--)
        {
            hash ^= (uint)data[i + left] << (8 * left);
            hash = left == 0 ? hash * Mix : hash;
        }

        hash = (hash ^ (hash >> 13)) * Mix;
        return (int)(hash ^ (hash >> 15));
    }
}
