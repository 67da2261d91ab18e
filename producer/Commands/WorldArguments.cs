using SpecialDelivery.Producer.Disturbances;
using SpecialDelivery.Producer.Replay;
using SpecialDelivery.Producer.Worlds.Cities;
using SpecialDelivery.Producer.Worlds.Flights;

namespace SpecialDelivery.Producer.Commands;

/// <summary>What <c>world</c> was asked to do.</summary>
internal sealed record WorldArguments
{
    private const int MaxPartitions = 1_000;

    /// <summary>The cities, or null for the flights.</summary>
    public CitiesSettings? Cities { get; init; }

    /// <summary>The flights, or null for the cities.</summary>
    public FlightsSettings? Flights { get; init; }

    /// <summary>A file of flights; null for the sample.</summary>
    public string? Data { get; init; }

    /// <summary>What goes wrong.</summary>
    public required DisturbanceSettings Disturbances { get; init; }

    /// <summary>How fast.</summary>
    public required Pace Pace { get; init; }

    /// <summary>Longest wall time; null for no limit.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Where to.</summary>
    public required Target Target { get; init; }

    /// <summary>Partitions of each topic that does not exist yet.</summary>
    public required int Partitions { get; init; }

    /// <summary>Every fault at once; empty when there is nothing wrong.</summary>
    /// <param name="flights">How many flights there are to choose from.</param>
    /// <returns>Sentences that name what is wrong, its value and its range.</returns>
    public IEnumerable<string> Faults(int flights)
    {
        IEnumerable<string> faults = [.. Cities?.Faults() ?? [], .. Flights?.Faults(flights) ?? [], .. Disturbances.Faults()];
        return Partitions is >= 1 and <= MaxPartitions ? faults : [.. faults, $"{nameof(Partitions)} is {Partitions}: it must lie in 1..{MaxPartitions}."];
    }
}
