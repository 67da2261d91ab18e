using SpecialDelivery.Platform.Kafka.Produce;

namespace SpecialDelivery.Producer.Payments;

/// <summary>What <c>payments</c> was asked to do.</summary>
internal sealed record PaymentsArguments
{
    /// <summary>The stream.</summary>
    public PaymentStreamSettings Stream { get; init; } = new();

    /// <summary>How batches are written.</summary>
    public BatchWriterSettings Writer { get; init; } = new();

    /// <summary>How many records; null = until the time is up.</summary>
    public long? Records { get; init; }

    /// <summary>How long; null = until the records are sent.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>Most records per second; null = as fast as possible.</summary>
    public double? Rate { get; init; }

    /// <summary>Id of the first payment.</summary>
    public long First { get; init; }

    /// <summary>Threads, each with a connection of its own, 1 to 64.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Processes, 1 to 16.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Whether librdkafka is called per record in place of whole batches.</summary>
    public bool Librdkafka { get; init; }

    /// <summary>Partitions of a topic that does not exist yet.</summary>
    public int Partitions { get; init; } = 2;

    /// <summary>Whether the result is told as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether the ladder is shown.</summary>
    public bool Ladder { get; init; }

    /// <summary>Every fault at once; empty when there is nothing wrong.</summary>
    /// <returns>Sentences that name what is wrong, its value and its range.</returns>
    public IEnumerable<string> Faults()
    {
        IEnumerable<string> faults = Stream.Faults();
        return
        [
            .. faults,
            .. Check(Records is null or > 0, "--records", Records, "at least 1"),
            .. Check(Rate is null or > 0, "--rate", Rate, "above 0 records per second"),
            .. Check(First >= 0, "--first", First, "at least 0"),
            .. Check(Threads is >= 1 and <= 64, "--threads", Threads, "in 1..64"),
            .. Check(Processes is >= 1 and <= 16, "--processes", Processes, "in 1..16"),
            .. Check(Partitions is >= 1 and <= 1_000, "--partitions", Partitions, "in 1..1000"),
            .. Check(Writer.BatchBytes is >= 1_024 and <= 1_000_000, "--batch-bytes", Writer.BatchBytes, "in 1024..1000000"),
            .. Check(Writer.BatchRecords >= 1, "--batch-records", Writer.BatchRecords, "at least 1"),
            .. Check(Writer.InFlight is >= 1 and <= 5, "--in-flight", Writer.InFlight, "in 1..5"),
            .. Check(!Writer.Idempotent || Writer.AllReplicas, "--acks", 1, "all with --idempotence true"),
            .. Check(Writer.Linger >= TimeSpan.Zero && Writer.Linger <= TimeSpan.FromSeconds(10), "--linger", Writer.Linger, "in 0..10 s"),
        ];
    }

    private static IEnumerable<string> Check(bool isSound, string option, object? value, string range) =>
        isSound ? [] : [$"{option} is {value}: it must be {range}."];
}
