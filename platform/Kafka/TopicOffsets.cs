using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Asks where topics begin, where they end and how far a consumer group has come.</summary>
public sealed class TopicOffsets : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly string _bootstrap;
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly IAdminClient _admin;

    /// <summary>Connects in the background.</summary>
    /// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
    /// <param name="group">The consumer group <see cref="Committed"/> and <see cref="Lag"/> are about; null = none.</param>
    public TopicOffsets(string bootstrap, string? group = null)
    {
        LibrdKafka.Use();
        _bootstrap = bootstrap;
        _consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = bootstrap, GroupId = group ?? "none", EnableAutoCommit = false })
            .SetLogHandler(Quiet.Log).Build();
        _admin = new DependentAdminClientBuilder(_consumer.Handle).Build();
    }

    /// <summary>First offset of each partition that is still kept.</summary>
    /// <param name="topics">Topic names.</param>
    /// <returns>One entry per partition.</returns>
    /// <exception cref="TopicException">The broker does not answer within 15 s, or a topic is missing.</exception>
    public IReadOnlyList<TopicOffset> Beginning(IEnumerable<string> topics) => Ask(topics, watermarks => watermarks.Low);

    /// <summary>Offset after the last record of each partition.</summary>
    /// <param name="topics">Topic names.</param>
    /// <returns>One entry per partition.</returns>
    /// <exception cref="TopicException">The broker does not answer within 15 s, or a topic is missing.</exception>
    public IReadOnlyList<TopicOffset> End(IEnumerable<string> topics) => Ask(topics, watermarks => watermarks.High);

    /// <summary>What the group has committed; the beginning where it has committed nothing.</summary>
    /// <param name="topics">Topic names.</param>
    /// <returns>One entry per partition.</returns>
    /// <exception cref="TopicException">The broker does not answer within 15 s, or a topic is missing.</exception>
    public IReadOnlyList<TopicOffset> Committed(IEnumerable<string> topics)
    {
        IReadOnlyList<TopicOffset> beginning = Beginning(topics);
        Dictionary<TopicPartition, long> committed = TopicException.Ask(
            _bootstrap, "reading the group's place", () => _consumer.Committed(beginning.Select(start => new TopicPartition(start.Topic, start.Partition)), Patience))
            .ToDictionary(place => place.TopicPartition, place => place.Offset.Value);
        return [.. beginning.Select(start => committed[new(start.Topic, start.Partition)] is >= 0 and long offset ? start with { Offset = offset } : start)];
    }

    /// <summary>Records the group has not committed yet, all partitions together.</summary>
    /// <param name="topics">Topic names.</param>
    /// <returns>0 when it has caught up.</returns>
    /// <exception cref="TopicException">The broker does not answer within 15 s, or a topic is missing.</exception>
    public long Lag(IReadOnlyCollection<string> topics) => End(topics).Sum(end => end.Offset) - Committed(topics).Sum(committed => committed.Offset);

    /// <inheritdoc/>
    public void Dispose()
    {
        _admin.Dispose();
        _consumer.Dispose();
    }

    private List<TopicOffset> Ask(IEnumerable<string> topics, Func<WatermarkOffsets, Offset> side) =>
        TopicException.Ask(_bootstrap, "asking for offsets", () => topics.SelectMany(Partitions).Select(partition => new TopicOffset(
            partition.Topic, partition.Partition.Value, side(_consumer.QueryWatermarkOffsets(partition, Patience)).Value)).ToList());

    private IEnumerable<TopicPartition> Partitions(string topic)
    {
        TopicMetadata found = _admin.GetMetadata(topic, Patience).Topics.Single();
        return found.Error.IsError
            ? throw new TopicException($"Kafka at {_bootstrap} has no topic '{topic}': {found.Error.Reason}. Create it, for example with 'sd up'.")
            : found.Partitions.Select(partition => new TopicPartition(topic, partition.PartitionId));
    }
}
