namespace SpecialDelivery.Core.Settings;

/// <summary>Settings of the matching job.</summary>
public sealed record MatchingSettings
{
    /// <summary>How pairs are chosen.</summary>
    public AssignmentPolicy Policy { get; init; } = AssignmentPolicy.SortedGreedy;

    /// <summary>Longest pickup and longest dropoff, metres, 100 to 500 000.</summary>
    public double RadiusMetres { get; init; } = 100_000;

    /// <summary>Where candidates are looked for; the same pairs come out, in one order of cost.</summary>
    public SearchPlace Search { get; init; } = SearchPlace.Auto;

    /// <summary>Candidates kept per package and search, 1 to 256.</summary>
    public int Candidates { get; init; } = 8;

    /// <summary>Whether Σ space ≤ space(trip) is asked.</summary>
    public bool CheckSpace { get; init; } = true;

    /// <summary>Whether review(trip) ≥ review(package) is asked.</summary>
    public bool CheckReview { get; init; } = true;

    /// <summary>Whether the trip must lie within the package's time window.</summary>
    public bool CheckWindow { get; init; } = true;

    /// <summary>Whether Σ added ≤ dist(trip) is asked.</summary>
    public bool CheckDetour { get; init; } = true;

    /// <summary>Most packages one trip carries, at least 1.</summary>
    public int PackagesPerTrip { get; init; } = int.MaxValue;

    /// <summary>How much nearer a package counts for each batch it has waited, metres, 0 to 10 000: waiting raises priority.</summary>
    public double WaitingBonusMetres { get; init; } = 500;

    /// <summary>How far a record's timestamp may lie ahead of the machine's clock before it is clamped to it, 1 second to 1 day.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Most records of one batch, both topics together, at least 1.</summary>
    public long MaxRecordsPerBatch { get; init; } = 100_000;

    /// <summary>How often a batch starts, 0 to 5 minutes.</summary>
    public TimeSpan Trigger { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Every fault of these settings at once; empty when they are sound.</summary>
    /// <returns>Sentences that name the setting, its value and its range.</returns>
    public IEnumerable<string> Faults()
    {
        if (RadiusMetres is not (>= 100 and <= 500_000))
        {
            yield return $"{nameof(RadiusMetres)} is {RadiusMetres}: it must lie in 100..500000 metres.";
        }

        if (Candidates is < 1 or > 256)
        {
            yield return $"{nameof(Candidates)} is {Candidates}: it must lie in 1..256.";
        }

        if (PackagesPerTrip < 1)
        {
            yield return $"{nameof(PackagesPerTrip)} is {PackagesPerTrip}: it must be at least 1.";
        }

        if (WaitingBonusMetres is not (>= 0 and <= 10_000))
        {
            yield return $"{nameof(WaitingBonusMetres)} is {WaitingBonusMetres}: it must lie in 0..10000 metres.";
        }

        if (ClockSkew < TimeSpan.FromSeconds(1) || ClockSkew > TimeSpan.FromDays(1))
        {
            yield return $"{nameof(ClockSkew)} is {ClockSkew}: it must lie in 1 second..1 day.";
        }

        if (MaxRecordsPerBatch < 1)
        {
            yield return $"{nameof(MaxRecordsPerBatch)} is {MaxRecordsPerBatch}: it must be at least 1.";
        }

        if (Trigger < TimeSpan.Zero || Trigger > TimeSpan.FromMinutes(5))
        {
            yield return $"{nameof(Trigger)} is {Trigger}: it must lie in 0..5 minutes.";
        }
    }
}
