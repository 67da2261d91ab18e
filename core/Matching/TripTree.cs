using System.Numerics;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>Open trips as a balanced tree of boxes around both their ends: it answers which trips are the cheapest for a package.</summary>
/// <remarks>
/// A k-d tree over six coordinates, the two ends as points on the unit sphere, so that poles and the date line are places like any other.
/// Whole branches are passed over whose box is dearer than what has been found, or in which no trip can meet the package's terms.
/// What is left of a trip's room is read when the trip is met, so one tree serves a whole batch. After J. L. Bentley, "Multidimensional
/// binary search trees used for associative searching", Communications of the ACM 18 (1975) 509.
/// </remarks>
internal sealed class TripTree
{
    private const int LeafSize = 8;
    private const int WorthAThread = 4_096;

    private readonly MatchingSettings _settings;
    private readonly IAssignment _assignment;
    private readonly TripEntry[] _trips;
    private readonly TripBox[] _boxes; // the children of i are 2 i + 1 and 2 i + 2

    /// <summary>Makes the tree.</summary>
    /// <param name="trips">The trips.</param>
    /// <param name="assignment">What makes a trip cheap.</param>
    /// <param name="settings">Rules and limits.</param>
    public TripTree(IEnumerable<OpenTrip> trips, IAssignment assignment, MatchingSettings settings)
    {
        (_settings, _assignment, _trips) = (settings, assignment, [.. trips.Select(trip => new TripEntry(trip))]);
        uint leaves = BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, (_trips.Length + LeafSize - 1) / LeafSize));
        _boxes = new TripBox[(2 * leaves) - 1];
        Split(new Branch(0, 0, _trips.Length));
    }

    /// <summary>The cheapest trips that fit a package as the book stands now.</summary>
    /// <param name="package">The package.</param>
    /// <returns>At most the settings' number of candidates.</returns>
    public IReadOnlyList<Candidate> Cheapest(WaitingPackage package)
    {
        CheapestCandidates found = new(_settings.Candidates, _assignment);
        Search(new Branch(0, 0, _trips.Length), package, found);
        return found.Candidates;
    }

    /// <summary>Where in the tree a package's own neighbourhood is: packages with near numbers look at the same branches.</summary>
    /// <param name="package">The package.</param>
    /// <returns>A number of a leaf.</returns>
    public int Neighbourhood(WaitingPackage package)
    {
        Branch branch = new(0, 0, _trips.Length);
        while (!IsLeaf(branch))
        {
            branch = Distance(branch.Upper) < Distance(branch.Lower) ? branch.Upper : branch.Lower;
        }

        return branch.Node;

        double Distance(Branch candidate)
        {
            (double pickup, double dropoff) = _boxes[candidate.Node].LeastMetres(package.Route);
            return pickup + dropoff;
        }
    }

    private bool IsLeaf(Branch branch) => branch.Node >= _boxes.Length / 2;

    private void Split(Branch branch)
    {
        Span<TripEntry> trips = _trips.AsSpan(branch.Low, branch.High - branch.Low);
        _boxes[branch.Node] = TripBox.Around(trips);
        if (!IsLeaf(branch))
        {
            int axis = _boxes[branch.Node].WidestAxis;
            float[] keys = new float[trips.Length];
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = trips[i][axis];
            }

            keys.AsSpan().Sort(trips);
            if (trips.Length > WorthAThread)
            {
                Parallel.Invoke(() => Split(branch.Lower), () => Split(branch.Upper));
            }
            else
            {
                Split(branch.Lower);
                Split(branch.Upper);
            }
        }
    }

    private void Search(Branch branch, WaitingPackage package, CheapestCandidates found)
    {
        if (IsLeaf(branch))
        {
            foreach (ref readonly TripEntry trip in _trips.AsSpan(branch.Low, branch.High - branch.Low))
            {
                if (trip.MayTake(_settings, package.Package) && LowestCost(trip.LeastMetres(package.Route), trip.DetourLeftMetres) <= found.LimitMetres)
                {
                    Offer(trip.Trip, package, found);
                }
            }

            return;
        }

        // The cheaper branch first: what it holds may spare the other.
        (Branch first, Branch second) = (branch.Lower, branch.Upper);
        (double lowest, double other) = (LowestCost(first, package), LowestCost(second, package));
        if (other < lowest)
        {
            (first, second, lowest, other) = (second, first, other, lowest);
        }

        if (lowest <= found.LimitMetres)
        {
            Search(first, package, found);
        }

        if (other <= found.LimitMetres)
        {
            Search(second, package, found);
        }
    }

    /// <summary>No trip of the branch is cheaper.</summary>
    /// <returns>Metres; infinity when none of them can fit.</returns>
    private double LowestCost(Branch branch, WaitingPackage package)
    {
        ref readonly TripBox box = ref _boxes[branch.Node];
        return box.MayTake(_settings, package.Package)
            ? LowestCost(box.LeastMetres(package.Route), box.LongestDetourMetres)
            : double.PositiveInfinity;
    }

    private double LowestCost((double Pickup, double Dropoff) least, double detourMetres) =>
        least.Pickup <= _settings.RadiusMetres
        && least.Dropoff <= _settings.RadiusMetres
        && (!_settings.CheckDetour || least.Pickup + least.Dropoff <= detourMetres)
            ? _assignment.CostMetres(least.Pickup, least.Dropoff)
            : double.PositiveInfinity;

    private void Offer(OpenTrip trip, WaitingPackage package, CheapestCandidates found)
    {
        Candidate candidate = new(package, trip, trip.Route.PickupMetres(package.Route), trip.Route.DropoffMetres(package.Route));
        if (candidate.PickupMetres <= _settings.RadiusMetres
            && candidate.DropoffMetres <= _settings.RadiusMetres
            && trip.HasRoom(_settings, package.Package.Space, candidate.AddedMetres))
        {
            found.Offer(candidate);
        }
    }

    /// <summary>A node and the span of trips under it.</summary>
    private readonly record struct Branch(int Node, int Low, int High)
    {
        public Branch Lower => new((2 * Node) + 1, Low, Middle);

        public Branch Upper => new((2 * Node) + 2, Middle, High);

        private int Middle => (Low + High) / 2;
    }
}
