using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>Goes through the pairs in one order and takes each that still fits.</summary>
/// <param name="settings">Which limits count.</param>
/// <param name="order">The order of the pairs; complete, so that equal costs cannot fall one way today and another tomorrow.</param>
/// <param name="costMetres">The measure behind the order.</param>
internal sealed class GreedyAssignment(MatchingSettings settings, IComparer<Candidate> order, Func<Candidate, double> costMetres) : IAssignment
{
    public double CostMetres(in Candidate candidate) => costMetres(candidate);

    public IReadOnlyList<Pairing> Assign(IReadOnlyList<Candidate> candidates)
    {
        Candidate[] sorted = [.. candidates];
        Array.Sort(sorted, order);
        Dictionary<WaitingPackage, int> seen = [];
        HashSet<WaitingPackage> assigned = [];
        List<Pairing> chosen = [];
        foreach (Candidate candidate in sorted)
        {
            int rank = seen[candidate.Package] = seen.GetValueOrDefault(candidate.Package) + 1;
            int space = candidate.Package.Package.Space;
            if (candidate.Trip.HasRoom(settings, space, candidate.AddedMetres) && assigned.Add(candidate.Package))
            {
                candidate.Trip.Take(space, candidate.AddedMetres);
                chosen.Add(new Pairing(candidate, rank));
            }
        }

        return chosen;
    }
}
