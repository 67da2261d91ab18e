namespace SpecialDelivery.Core.Matching;

/// <summary>A policy that brings packages and trips together.</summary>
public interface IAssignment
{
    /// <summary>What the policy minimises, and the order in which a package's candidates are ranked.</summary>
    /// <param name="candidate">A pair.</param>
    /// <returns>Metres.</returns>
    double CostMetres(in Candidate candidate);

    /// <summary>Chooses pairs and takes their room on the trips: at most one per package, none beyond a trip's room.</summary>
    /// <param name="candidates">Pairs that fit on their own; in any order, the same pairs give the same choice.</param>
    /// <returns>The chosen pairs, most urgent first.</returns>
    IReadOnlyList<Pairing> Assign(IReadOnlyList<Candidate> candidates);
}
