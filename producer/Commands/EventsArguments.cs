using SpecialDelivery.Producer.AppEvents;

namespace SpecialDelivery.Producer.Commands;

/// <summary>What <c>events</c> was asked to do.</summary>
internal sealed record EventsArguments
{
    private const int MaxThreads = 1_000;
    private const int MaxBatch = 5_000;
    private const int MaxPartitions = 1_000;

    /// <summary>The events.</summary>
    public required AppEventSettings Events { get; init; }

    /// <summary>Whether they go straight to Kafka.</summary>
    public required bool IsToKafka { get; init; }

    /// <summary>The REST service.</summary>
    public required Uri Service { get; init; }

    /// <summary>How many threads post.</summary>
    public required int Threads { get; init; }

    /// <summary>Most events of one post.</summary>
    public required int Batch { get; init; }

    /// <summary>How many events; null for no limit.</summary>
    public long? Count { get; init; }

    /// <summary>Longest wall time; null for no limit.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Partitions of a topic that does not exist yet.</summary>
    public required int Partitions { get; init; }

    /// <summary>Whether the last line is JSON.</summary>
    public required bool IsJson { get; init; }

    /// <summary>Every fault at once; empty when there is nothing wrong.</summary>
    /// <returns>Sentences that name what is wrong, its value and its range.</returns>
    public IEnumerable<string> Faults() =>
    [
        .. Events.Faults(),
        .. Outside(nameof(Threads), Threads, MaxThreads),
        .. Outside(nameof(Batch), Batch, MaxBatch),
        .. Outside(nameof(Partitions), Partitions, MaxPartitions),
        .. Count is < 1 ? [$"{nameof(Count)} is {Count}: it must be at least 1."] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Outside(string name, int value, int most) =>
        value >= 1 && value <= most ? [] : [$"{name} is {value}: it must lie in 1..{most}."];
}
