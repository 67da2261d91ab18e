namespace SpecialDelivery.Producer.AppEvents;

/// <summary>Settings of the apps that post events.</summary>
public sealed record AppEventSettings
{
    /// <summary>Same seed, same events; any number.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Events per second, all apps together, above 0.</summary>
    public double Rate { get; init; } = 10;

    /// <summary>Time of the first event, unix seconds.</summary>
    public long From { get; init; }

    /// <summary>How many people use the apps, at least 1; a few of them much more than the others.</summary>
    public int Users { get; init; } = 10_000;

    /// <summary>Part of the events that are up to two hours late, 0 to 1.</summary>
    public double LateFraction { get; init; }

    /// <summary>Part of the events that are bad, 0 to 1.</summary>
    public double JunkFraction { get; init; }

    /// <summary>Every fault of these settings at once; empty when they are sound.</summary>
    /// <returns>Sentences that name the setting, its value and its range.</returns>
    public IEnumerable<string> Faults()
    {
        if (Rate is not (> 0 and <= 10_000_000))
        {
            yield return $"{nameof(Rate)} is {Rate}: it must lie above 0 and at most 10000000.";
        }

        if (From is < 0 or > 253_000_000_000)
        {
            yield return $"{nameof(From)} is {From}: it must lie in 0..253000000000, unix seconds.";
        }

        if (Users is < 1 or > 100_000_000)
        {
            yield return $"{nameof(Users)} is {Users}: it must lie in 1..100000000.";
        }

        foreach ((string name, double fraction) in new[] { (nameof(LateFraction), LateFraction), (nameof(JunkFraction), JunkFraction) })
        {
            if (fraction is not (>= 0 and <= 1))
            {
                yield return $"{name} is {fraction}: it must lie in 0..1.";
            }
        }
    }
}
