namespace SpecialDelivery.Bench.Claims;

/// <summary>Size of a claims benchmark.</summary>
public sealed record ClaimsBenchOptions
{
    /// <summary>Measured rounds; each runs ours, the ceiling and WATCH/MULTI in turn. One more goes before them unmeasured.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Wishes per round for ours and for the ceiling.</summary>
    public int Wishes { get; init; } = 200_000;

    /// <summary>Wishes per atomic step.</summary>
    public int ChunkWishes { get; init; } = 1_000;

    /// <summary>Wishes per round for WATCH/MULTI, which is much slower.</summary>
    public int WatchMultiWishes { get; init; } = 1_000;
}
