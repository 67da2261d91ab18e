namespace SpecialDelivery.Producer.Worlds.Flights;

/// <summary>Settings of the world of flights.</summary>
public sealed record FlightsSettings
{
    /// <summary>Same seed, same world; any number.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many trips: the first so many flights, 1 to all of them; null for all.</summary>
    public long? Trips { get; init; }

    /// <summary>How many packages, at least 0; null for half as many as trips.</summary>
    public long? Packages { get; init; }

    /// <summary>Every fault of these settings at once; empty when they are sound.</summary>
    /// <param name="flights">How many flights there are.</param>
    /// <returns>Sentences that name the setting, its value and its range.</returns>
    public IEnumerable<string> Faults(int flights)
    {
        if (flights == 0)
        {
            yield return "The data holds no flight.";
        }
        else if (Trips is not (null or >= 1) || Trips > flights)
        {
            yield return $"{nameof(Trips)} is {Trips}: it must lie in 1..{flights}, the flights there are; --data reads more (producer/Data/SOURCES.md).";
        }

        if (Packages is < 0 or > int.MaxValue)
        {
            yield return $"{nameof(Packages)} is {Packages}: it must lie in 0..{int.MaxValue}.";
        }
    }
}
