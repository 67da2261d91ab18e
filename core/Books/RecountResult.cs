namespace SpecialDelivery.Core.Books;

/// <summary>The books, recounted from the topics.</summary>
public sealed record RecountResult
{
    /// <summary>Input records read, both topics: trips + packages + repeats + withdrawals + those that must be dead letters.</summary>
    public required long Records { get; init; }

    /// <summary>Good trips, each id once.</summary>
    public required int Trips { get; init; }

    /// <summary>Good packages, each id once: matched + waiting + expired + withdrawn + lost.</summary>
    public required int Packages { get; init; }

    /// <summary>Records that repeat a good one: same id, same content.</summary>
    public required long Repeats { get; init; }

    /// <summary>Tombstones with a sound key.</summary>
    public required long Withdrawals { get; init; }

    /// <summary>Records of topic <c>dead_letters</c>, each refused record once.</summary>
    public required int DeadLetters { get; init; }

    /// <summary>Packages that a trip carries.</summary>
    public required int Matched { get; init; }

    /// <summary>Packages that wait for a trip.</summary>
    public required int Waiting { get; init; }

    /// <summary>Packages that ended at their deadline.</summary>
    public required int Expired { get; init; }

    /// <summary>Packages that their senders withdrew.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>Claims of a package that another claim held already.</summary>
    public required int DoubleBookings { get; init; }

    /// <summary>Trips that carried more than their space, or more packages than allowed.</summary>
    public required int SpaceOverruns { get; init; }

    /// <summary>Trips whose packages added more driving than their driver accepts.</summary>
    public required int DetourOverruns { get; init; }

    /// <summary>Matches beyond the radius, below the rating, outside the time window, of unknown orders, or with other distances than the orders have.</summary>
    public required int IllegalMatches { get; init; }

    /// <summary>Steps of a package after its end, and ends of a package that a trip carries.</summary>
    public required int EndedTwice { get; init; }

    /// <summary>Packages that are neither matched nor waiting nor ended, and refused records without a dead letter.</summary>
    public required int Lost { get; init; }

    /// <summary>Records that deny each other: a match without a claim, a claim without a match, an end without its cause, a dead letter of a good record.</summary>
    public required int Contradictions { get; init; }

    /// <summary>Mean added driving of the matched packages, kilometres; null when there are none.</summary>
    public required double? MeanAddedKilometres { get; init; }

    /// <summary>95 of 100 matched packages add no more driving than this, kilometres.</summary>
    public required double? P95AddedKilometres { get; init; }

    /// <summary>Half of the matched packages had their first match this soon after they were sent, milliseconds; null when no record tells when it was sent.</summary>
    public required double? P50TimeToMatchMilliseconds { get; init; }

    /// <summary>95 of 100 matched packages had their first match this soon after they were sent, milliseconds.</summary>
    public required double? P95TimeToMatchMilliseconds { get; init; }

    /// <summary>The first faults in words, naming row and ids.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Whether the books hold: no fault of any kind.</summary>
    public bool Balanced =>
        DoubleBookings + SpaceOverruns + DetourOverruns + IllegalMatches + EndedTwice + Lost + Contradictions == 0;
}
