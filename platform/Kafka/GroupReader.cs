using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Reads topics in batches and keeps its place in Kafka under a group's name: at least once, across restarts.</summary>
/// <remarks>It takes all partitions; only one reader per group may run. A group without a place starts at the beginning.</remarks>
public sealed class GroupReader : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly string _bootstrap;
    private readonly string _group;
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly Dictionary<TopicPartition, long> _next = [];
    private readonly Dictionary<TopicPartition, long> _ends;

    /// <summary>Finds the group's place and the topics' present ends.</summary>
    /// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
    /// <param name="group">Group name.</param>
    /// <param name="topics">Topic names.</param>
    /// <exception cref="TopicException">The broker does not answer, or a topic is missing.</exception>
    public GroupReader(string bootstrap, string group, IReadOnlyCollection<string> topics)
    {
        LibrdKafka.Use();
        _bootstrap = bootstrap;
        _group = group;
        using TopicOffsets offsets = new(bootstrap, group);
        IReadOnlyList<TopicOffset> places = offsets.Committed(topics);
        _ends = offsets.End(topics).ToDictionary(end => new TopicPartition(end.Topic, end.Partition), end => end.Offset);
        _consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig
        {
            BootstrapServers = bootstrap,
            GroupId = group,
            EnableAutoCommit = false,
            EnableAutoOffsetStore = false,
            EnablePartitionEof = true,
            AutoOffsetReset = AutoOffsetReset.Error, // records that vanished unread are an error, never a silent jump
            IsolationLevel = IsolationLevel.ReadCommitted,
            ConsumeResultFields = "timestamp,topic",
        }).SetLogHandler(Quiet.Log).Build();
        foreach (TopicOffset place in places)
        {
            _next[new(place.Topic, place.Partition)] = place.Offset;
        }

        _consumer.Assign(places.Select(place => new TopicPartitionOffset(place.Topic, place.Partition, place.Offset)));
    }

    /// <summary>Whether everything has been read that was there when the reader was made.</summary>
    public bool IsAtEnd => _ends.All(end => _next[end.Key] >= end.Value);

    /// <summary>Reads what there is; waits a moment for the first record, not for a full batch.</summary>
    /// <param name="most">Largest batch.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The records; none when none came for 100 ms.</returns>
    /// <exception cref="TopicException">Records the group has not read are gone.</exception>
    public List<TopicRecord> Next(int most, CancellationToken cancel)
    {
        List<TopicRecord> batch = [];
        while (batch.Count < most)
        {
            cancel.ThrowIfCancellationRequested();
            ConsumeResult<byte[], byte[]>? result = Consume(batch.Count == 0 ? Poll : TimeSpan.Zero);
            if (result is null)
            {
                break;
            }

            _next[result.TopicPartition] = result.IsPartitionEOF ? result.Offset : result.Offset + 1;
            if (!result.IsPartitionEOF)
            {
                batch.Add(new TopicRecord(result));
            }
        }

        return batch;
    }

    /// <summary>Keeps the place after the last batch: a reader made later goes on from there.</summary>
    /// <exception cref="TopicException">The broker did not take it; the batch will be read again.</exception>
    public void Commit() => TopicException.Ask(_bootstrap, $"committing for group '{_group}'", () =>
    {
        _consumer.Commit(_next.Select(place => new TopicPartitionOffset(place.Key, place.Value)));
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => _consumer.Dispose();

    private ConsumeResult<byte[], byte[]>? Consume(TimeSpan wait)
    {
        try
        {
            return _consumer.Consume(wait);
        }
        catch (ConsumeException e)
        {
            throw TopicException.Of(_bootstrap, $"reading {e.ConsumerRecord.TopicPartitionOffset} for group '{_group}'", e);
        }
    }
}
