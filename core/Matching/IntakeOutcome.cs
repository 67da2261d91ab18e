using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.Matching;

/// <summary>What became of a batch's records: read = good + repeated + late + withdrawals + dead letters.</summary>
public sealed class IntakeOutcome
{
    /// <summary>Records taken in hand.</summary>
    public int Read { get; internal set; }

    /// <summary>Trips and packages new to the book.</summary>
    public int Good { get; internal set; }

    /// <summary>Orders sent again with the same content.</summary>
    public int Repeated { get; internal set; }

    /// <summary>Trips that had left when they came.</summary>
    public int Late { get; internal set; }

    /// <summary>Tombstones.</summary>
    public int Withdrawals { get; internal set; }

    /// <summary>Records whose timestamp lay ahead of the clock and was clamped; counted above too.</summary>
    public int Clamped { get; internal set; }

    /// <summary>Largest clamped timestamp, unix milliseconds; 0 when no record was read.</summary>
    public long EventTime { get; internal set; }

    /// <summary>Refused records, each with its key.</summary>
    public IList<(ReadOnlyMemory<byte> Key, DeadLetterEvent Event)> DeadLetters { get; } = [];

    /// <summary>Packages whose trip was withdrawn: they wait again.</summary>
    public IList<Carriage> Released { get; } = [];

    /// <summary>Trips that were withdrawn, with the packages each carried.</summary>
    public IList<(string Trip, IReadOnlyList<string> Packages)> WithdrawnTrips { get; } = [];

    /// <summary>Packages that were withdrawn.</summary>
    public IList<WaitingPackage> WithdrawnPackages { get; } = [];
}
