namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>How a <see cref="BatchWriter"/> trades delay, safety and rate.</summary>
public sealed record BatchWriterSettings
{
    /// <summary>Most bytes of one batch before compression, 1 024 to 1 000 000: more the broker's own limit refuses.</summary>
    public int BatchBytes { get; init; } = 1_000_000;

    /// <summary>Most records of one batch, at least 1.</summary>
    public int BatchRecords { get; init; } = int.MaxValue;

    /// <summary>How long a record waits for others before its batch is sent, 0 to 10 s.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether batches are compressed with lz4.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>Whether all replicas in sync must have a batch before it counts; else its leader alone.</summary>
    public bool AllReplicas { get; init; } = true;

    /// <summary>Whether a batch sent twice, because its answer was lost, is kept once.</summary>
    public bool Idempotent { get; init; } = true;

    /// <summary>Batches sent and not yet answered, 1 to 5: of more, brokers do not remember which they have.</summary>
    public int InFlight { get; init; } = 3;

    /// <summary>How long a batch may take to arrive, retries included, before it counts as lost.</summary>
    public TimeSpan DeliveryTimeout { get; init; } = TimeSpan.FromMinutes(2);
}
