namespace SpecialDelivery.Producer.Worlds.Cities;

/// <summary>Settings of the Californian world.</summary>
public sealed record CitiesSettings
{
    /// <summary>Same seed, same world; any number.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many trips, at least 0.</summary>
    public long Trips { get; init; } = 100_000;

    /// <summary>How many packages, at least 0.</summary>
    public long Packages { get; init; } = 50_000;

    /// <summary>How long the world posts orders, event time, 1 second to 10 years; the rates follow from it and from how many there are.</summary>
    public TimeSpan Span { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Trips per second of event time, above 0; null lets it follow from the span.</summary>
    public double? TripsPerSecond { get; init; }

    /// <summary>Packages per second of event time, above 0; null lets it follow from the span.</summary>
    public double? PackagesPerSecond { get; init; }

    /// <summary>How busy each hour of the day is.</summary>
    public DailyProfile Profile { get; init; } = DailyProfile.Commuters;

    /// <summary>Part of the ends that lie at one of a city's few hot spots, 0 to 1.</summary>
    public double HotSpotFraction { get; init; }

    /// <summary>Every fault of these settings at once; empty when they are sound.</summary>
    /// <returns>Sentences that name the setting, its value and its range.</returns>
    public IEnumerable<string> Faults()
    {
        if (Trips < 0)
        {
            yield return $"{nameof(Trips)} is {Trips}: it must be at least 0.";
        }

        if (Packages < 0)
        {
            yield return $"{nameof(Packages)} is {Packages}: it must be at least 0.";
        }

        if (Span < TimeSpan.FromSeconds(1) || Span > TimeSpan.FromDays(3_653))
        {
            yield return $"{nameof(Span)} is {Span}: it must lie in 1 second..10 years.";
        }

        foreach ((string name, double? rate) in new[] { (nameof(TripsPerSecond), TripsPerSecond), (nameof(PackagesPerSecond), PackagesPerSecond) })
        {
            if (rate is not (null or (> 0 and <= 1_000_000)))
            {
                yield return $"{name} is {rate}: it must lie above 0 and at most 1000000.";
            }
        }

        if (HotSpotFraction is not (>= 0 and <= 1))
        {
            yield return $"{nameof(HotSpotFraction)} is {HotSpotFraction}: it must lie in 0..1.";
        }
    }
}
