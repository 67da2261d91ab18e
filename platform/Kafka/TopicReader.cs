using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Reads topics record by record, outside any consumer group: for recounts, rebuilds and checks.</summary>
/// <remarks>Blocking; give it a thread of its own. Order holds within a partition. An offset that is no longer there is an error, never a silent jump.</remarks>
/// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
/// <param name="headers">Whether records bring their headers, which costs time.</param>
public sealed class TopicReader(string bootstrap, bool headers = false)
{
    private const long Finished = -1;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Reads whole topics up to the ends they have now.</summary>
    /// <param name="topics">Topic names.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The records; partitions take turns.</returns>
    /// <exception cref="TopicException">The broker does not answer, or a topic is missing.</exception>
    public IEnumerable<TopicRecord> Read(IReadOnlyCollection<string> topics, CancellationToken cancel)
    {
        using TopicOffsets offsets = new(bootstrap);
        return Read(offsets.Beginning(topics), offsets.End(topics), cancel);
    }

    /// <summary>Reads from given places up to given ends.</summary>
    /// <param name="from">Where to start; partitions that are not named are not read.</param>
    /// <param name="to">Where to stop, exclusive; a partition without an end is followed until <paramref name="cancel"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The records; partitions take turns.</returns>
    public IEnumerable<TopicRecord> Read(IReadOnlyCollection<TopicOffset> from, IReadOnlyCollection<TopicOffset> to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        Dictionary<(string, int), long> ends = to.ToDictionary(end => (end.Topic, end.Partition), end => end.Offset);
        List<TopicOffset> open = [.. from.Where(start => !ends.TryGetValue((start.Topic, start.Partition), out long end) || start.Offset < end)];
        return open.Count == 0 ? [] : Consume(open, ends, cancel);
    }

    private IEnumerable<TopicRecord> Consume(List<TopicOffset> open, Dictionary<(string, int), long> ends, CancellationToken cancel)
    {
        using IConsumer<byte[], byte[]> consumer = Open();
        consumer.Assign(open.Select(start => new TopicPartitionOffset(start.Topic, start.Partition, start.Offset)));
        bool bounded = ends.Count > 0;
        int left = open.Count;
        long heard = Environment.TickCount64;
        while (left > 0)
        {
            cancel.ThrowIfCancellationRequested();
            ConsumeResult<byte[], byte[]>? result = Next(consumer);
            if (result is null)
            {
                if (bounded && Environment.TickCount64 - heard > Patience.TotalMilliseconds)
                {
                    throw new TimeoutException($"Kafka at {bootstrap} sent nothing for {Patience.TotalSeconds:0} s with {left} partitions unfinished: check that the broker runs.");
                }

                continue;
            }

            heard = Environment.TickCount64;
            (string, int) partition = (result.Topic, result.Partition.Value);
            long end = ends.GetValueOrDefault(partition, long.MaxValue);
            if (!result.IsPartitionEOF && result.Offset < end)
            {
                yield return new TopicRecord(result);
            }

            // The last offsets before the end may hold no record (transaction markers): then only the end-of-partition event passes them.
            long next = result.IsPartitionEOF ? result.Offset : result.Offset + 1;
            if (next >= end && end != Finished)
            {
                ends[partition] = Finished;
                left--;
                consumer.Pause([result.TopicPartition]);
            }
        }
    }

    private ConsumeResult<byte[], byte[]>? Next(IConsumer<byte[], byte[]> consumer)
    {
        try
        {
            return consumer.Consume(Poll);
        }
        catch (ConsumeException e)
        {
            throw TopicException.Of(bootstrap, $"reading {e.ConsumerRecord.TopicPartitionOffset}", e);
        }
    }

    private IConsumer<byte[], byte[]> Open()
    {
        LibrdKafka.Use();
        return new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig
        {
            BootstrapServers = bootstrap,
            GroupId = "none", // the client wants a name even though no group is joined and nothing is committed
            EnableAutoCommit = false,
            EnableAutoOffsetStore = false,
            EnablePartitionEof = true,
            AutoOffsetReset = AutoOffsetReset.Error,
            IsolationLevel = IsolationLevel.ReadCommitted,
            FetchMaxBytes = 32 << 20,
            MaxPartitionFetchBytes = 8 << 20,
            QueuedMinMessages = 200_000,
            QueuedMaxMessagesKbytes = 65_536,
            ConsumeResultFields = headers ? "all" : "timestamp,topic",
        }).SetLogHandler(Quiet.Log).Build();
    }
}
