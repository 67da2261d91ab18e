using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.Matching;

/// <summary>What matching one batch brought.</summary>
/// <param name="Matches">Packages that found a trip, in the order of their claims.</param>
/// <param name="Unmatched">Packages whose reason for waiting is new.</param>
/// <param name="Conflicts">Claims that the store refused.</param>
/// <param name="Passes">Searches made.</param>
/// <param name="Candidates">Pairs the searches found.</param>
public sealed record BatchOutcome(
    IReadOnlyList<Match> Matches,
    IReadOnlyList<UnmatchedEvent> Unmatched,
    int Conflicts,
    int Passes,
    int Candidates);
