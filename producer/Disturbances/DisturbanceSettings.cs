namespace SpecialDelivery.Producer.Disturbances;

/// <summary>How often things go wrong; each a part of the trips and packages, 0 to 1.</summary>
public sealed record DisturbanceSettings
{
    /// <summary>Nothing goes wrong.</summary>
    public static DisturbanceSettings None { get; } = new() { LateFraction = 0, JunkFraction = 0, WithdrawnFraction = 0 };

    /// <summary>Part that is sent up to an hour after it happened.</summary>
    public double LateFraction { get; init; } = 0.001;

    /// <summary>Part that a bad record follows; bad records are added, no good one is missing.</summary>
    public double JunkFraction { get; init; } = 0.01;

    /// <summary>Part that is withdrawn; half of the withdrawn trips come back.</summary>
    public double WithdrawnFraction { get; init; } = 0.001;

    /// <summary>Every fault of these settings at once; empty when they are sound.</summary>
    /// <returns>Sentences that name the setting, its value and its range.</returns>
    public IEnumerable<string> Faults()
    {
        foreach ((string name, double fraction) in new[]
        {
            (nameof(LateFraction), LateFraction), (nameof(JunkFraction), JunkFraction), (nameof(WithdrawnFraction), WithdrawnFraction),
        })
        {
            if (fraction is not (>= 0 and <= 1))
            {
                yield return $"{name} is {fraction}: it must lie in 0..1.";
            }
        }
    }
}
