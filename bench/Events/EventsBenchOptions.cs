namespace SpecialDelivery.Bench.Events;

/// <summary>How a benchmark of app events is run.</summary>
internal sealed record EventsBenchOptions
{
    /// <summary>Batches into which the job cuts a round's documents: two to warm up, three to measure.</summary>
    public const int BatchesPerRound = 5;

    /// <summary>Events counted and kept as files.</summary>
    public int Records { get; init; } = 6_000_000;

    /// <summary>Most events of one batch of those.</summary>
    public int MaxRecords { get; init; } = 1_000_000;

    /// <summary>Rounds in which the job fills the index and, right after it, clients that do nothing else; 0 for none.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Events of such a round.</summary>
    public int Documents { get; init; } = 1_000_000;
}
