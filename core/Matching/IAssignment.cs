namespace SpecialDelivery.Core.Matching;

/// <summary>A policy that brings packages and trips together.</summary>
public interface IAssignment
{
    /// <summary>What the policy minimises, and the order in which a package's candidates are ranked.</summary>
    /// <param name="pickupMetres">Pickup of a pair.</param>
    /// <param name="dropoffMetres">Its dropoff.</param>
    /// <returns>Metres; never less for a longer pickup or a longer dropoff, so that a search may reckon with bounds.</returns>
    double CostMetres(double pickupMetres, double dropoffMetres);

    /// <summary>Chooses pairs and takes their room on the trips: at most one per package, none beyond a trip's room.</summary>
    /// <param name="candidates">Pairs that fit on their own; in any order, the same pairs give the same choice.</param>
    /// <returns>The chosen pairs, most urgent first.</returns>
    IReadOnlyList<Pairing> Assign(IReadOnlyList<Candidate> candidates);
}
