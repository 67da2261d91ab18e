namespace SpecialDelivery.Core.Matching;

/// <summary>A candidate that was chosen.</summary>
/// <param name="Candidate">The pair.</param>
/// <param name="Rank">Place of the trip among the package's candidates, from 1 = the cheapest.</param>
public readonly record struct Pairing(Candidate Candidate, int Rank);
