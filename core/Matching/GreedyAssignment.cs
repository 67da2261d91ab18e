using System.Runtime.InteropServices;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>Goes through the pairs in one order and takes each that still fits.</summary>
/// <param name="settings">Which limits count.</param>
/// <param name="urgency">What the pairs go by, lowest first.</param>
/// <param name="order">The order of pairs of the same urgency; complete, so that equal costs cannot fall one way today and another tomorrow.</param>
/// <param name="costMetres">The measure behind the order.</param>
internal sealed class GreedyAssignment(MatchingSettings settings, Func<Candidate, double> urgency, IComparer<Candidate> order, Func<double, double, double> costMetres) : IAssignment
{
    private const int Assigned = -1;

    public double CostMetres(double pickupMetres, double dropoffMetres) => costMetres(pickupMetres, dropoffMetres);

    public IReadOnlyList<Pairing> Assign(IReadOnlyList<Candidate> candidates)
    {
        (double Urgency, Candidate Candidate)[] sorted = [.. candidates.Select(candidate => (urgency(candidate), candidate))];
        sorted.AsSpan().Sort(new ByUrgency(order));
        Dictionary<WaitingPackage, int> ranks = [];
        List<Pairing> chosen = [];
        foreach ((_, Candidate candidate) in sorted)
        {
            ref int rank = ref CollectionsMarshal.GetValueRefOrAddDefault(ranks, candidate.Package, out _);
            if (rank == Assigned)
            {
                continue;
            }

            rank++;
            int space = candidate.Package.Package.Space;
            if (candidate.Trip.HasRoom(settings, space, candidate.AddedMetres))
            {
                candidate.Trip.Take(space, candidate.AddedMetres);
                chosen.Add(new Pairing(candidate, rank));
                rank = Assigned;
            }
        }

        return chosen;
    }

    private readonly struct ByUrgency(IComparer<Candidate> order) : IComparer<(double Urgency, Candidate Candidate)>
    {
        public int Compare((double Urgency, Candidate Candidate) x, (double Urgency, Candidate Candidate) y)
        {
            int byUrgency = x.Urgency.CompareTo(y.Urgency);
            return byUrgency != 0 ? byUrgency : order.Compare(x.Candidate, y.Candidate);
        }
    }
}
