namespace SpecialDelivery.Core.Settings;

/// <summary>Settings of the job <c>transactions</c>.</summary>
public sealed record TransactionsSettings
{
    /// <summary>Most records of one batch, 1 to 100 000 000: large ones share the fixed cost of a batch among more records.</summary>
    public long MaxRecordsPerBatch { get; init; } = 1_500_000;

    /// <summary>How often a batch starts, 0 to 5 minutes.</summary>
    public TimeSpan Trigger { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many standard deviations above its user's and its merchant's mean an amount stands out, 3 to 100.</summary>
    public double AmountDeviations { get; init; } = 5;

    /// <summary>Speed above which nobody travels, km/h, 100 to 40 000; airliners stay below 1 000.</summary>
    public double FastestTravel { get; init; } = 1_000;

    /// <summary>How many standard deviations above the usual count of a second the payments of one user to one merchant are a burst, 3 to 100.</summary>
    public double BurstDeviations { get; init; } = 6;

    /// <summary>Fewest payments of a burst above the usual count, 2 to 1 000 000.</summary>
    public int BurstLeast { get; init; } = 12;

    /// <summary>Whether anomalies are looked for.</summary>
    public bool Detect { get; init; } = true;

    /// <summary>Every fault of these settings at once; empty when they are sound.</summary>
    /// <returns>Sentences that name the setting, its value and its range.</returns>
    public IEnumerable<string> Faults()
    {
        if (MaxRecordsPerBatch is < 1 or > 100_000_000)
        {
            yield return $"{nameof(MaxRecordsPerBatch)} is {MaxRecordsPerBatch}: it must lie in 1..100000000.";
        }

        if (Trigger < TimeSpan.Zero || Trigger > TimeSpan.FromMinutes(5))
        {
            yield return $"{nameof(Trigger)} is {Trigger}: it must lie in 0..5 minutes.";
        }

        if (AmountDeviations is not (>= 3 and <= 100))
        {
            yield return $"{nameof(AmountDeviations)} is {AmountDeviations}: it must lie in 3..100.";
        }

        if (FastestTravel is not (>= 100 and <= 40_000))
        {
            yield return $"{nameof(FastestTravel)} is {FastestTravel}: it must lie in 100..40000 km/h.";
        }

        if (BurstDeviations is not (>= 3 and <= 100))
        {
            yield return $"{nameof(BurstDeviations)} is {BurstDeviations}: it must lie in 3..100.";
        }

        if (BurstLeast is < 2 or > 1_000_000)
        {
            yield return $"{nameof(BurstLeast)} is {BurstLeast}: it must lie in 2..1000000.";
        }
    }
}
