using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>How a <see cref="RecordWriter"/> trades delay for rate.</summary>
public sealed record RecordWriterSettings
{
    /// <summary>How long a record waits for others to share its request.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Most records waiting for the broker; a writer that is ahead waits.</summary>
    public int QueueRecords { get; init; } = 200_000;

    /// <summary>Most bytes waiting for the broker, kibibytes.</summary>
    public int QueueKibibytes { get; init; } = 131_072;

    /// <summary>How long a record may take to arrive, retries included, before it counts as failed; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> = no limit.</summary>
    public TimeSpan DeliveryTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The client's configuration: idempotent, acknowledged by all replicas, lz4.</summary>
    internal ProducerConfig ToConfig(string bootstrap) => new()
    {
        BootstrapServers = bootstrap,
        Acks = Acks.All,
        EnableIdempotence = true,
        CompressionType = CompressionType.Lz4,
        Partitioner = Partitioner.Murmur2Random,
        LingerMs = Linger.TotalMilliseconds,
        BatchSize = 1 << 20,
        BatchNumMessages = 20_000,
        QueueBufferingMaxMessages = QueueRecords,
        QueueBufferingMaxKbytes = QueueKibibytes,
        MessageTimeoutMs = DeliveryTimeout == System.Threading.Timeout.InfiniteTimeSpan ? 0 : (int)DeliveryTimeout.TotalMilliseconds,
        DeliveryReportFields = "none",
    };
}
