using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>How far to look: near first, where most packages find a trip, and farther only for those that did not.</summary>
/// <remarks>
/// In a dense world the full radius holds thousands of trips per package, of which the nearest few matter. A sample of the packages
/// tells at which cost a package meets how many trips; each pass then looks so far that all its packages together meet about
/// <see cref="CandidatesPerPass"/> trips. Pairs up to a pass's limit are complete, so taking them in order of cost, pass by pass,
/// is the same as sorting all pairs of the full radius at once.
/// </remarks>
internal sealed class SearchLadder
{
    private const int SampleSize = 32;
    private const int CandidatesPerPass = 100_000;
    private const int LeastPerPackage = 4;

    /// <summary>Searches that look near; what they leave is few, and looks everywhere.</summary>
    private const int Rungs = 2;

    private readonly double[][] _sample;
    private double _last;
    private int _taken;

    private SearchLadder(double[][] sample) => _sample = sample;

    /// <summary>Samples a batch; the same book gives the same ladder.</summary>
    public static SearchLadder Plan(
        IReadOnlyList<WaitingPackage> packages, IReadOnlyCollection<OpenTrip> trips, IAssignment assignment, MatchingSettings settings)
    {
        if ((long)packages.Count * trips.Count <= CandidatesPerPass)
        {
            return new SearchLadder([]);
        }

        int step = Math.Max(1, packages.Count / SampleSize);
        WaitingPackage[] sampled = [.. packages.Where((_, i) => i % step == 0)];
        double[][] costs = [.. sampled.AsParallel().AsOrdered().Select(p => Costs(p, trips, assignment, settings))];
        return new SearchLadder(costs);
    }

    /// <summary>The next pass's limit.</summary>
    /// <param name="packages">How many packages still look for a trip.</param>
    /// <returns>Metres; infinity for the whole radius.</returns>
    public double Next(int packages)
    {
        if (_taken++ >= Rungs || _sample.Length == 0)
        {
            return double.PositiveInfinity;
        }

        int wanted = Math.Max(LeastPerPackage, CandidatesPerPass / Math.Max(1, packages));
        double[] reach = [.. _sample.Select(costs => wanted <= costs.Length ? costs[wanted - 1] : double.PositiveInfinity).Order()];
        return _last = Math.Max(reach[reach.Length / 2], _last);
    }

    private static double[] Costs(
        WaitingPackage package, IReadOnlyCollection<OpenTrip> trips, IAssignment assignment, MatchingSettings settings)
    {
        List<double> costs = [];
        foreach (OpenTrip trip in trips)
        {
            if (!Fit.Allows(settings, trip.Trip, package.Package))
            {
                continue;
            }

            Candidate candidate = new(package, trip, trip.Route.PickupMetres(package.Route), trip.Route.DropoffMetres(package.Route));
            if (candidate.PickupMetres <= settings.RadiusMetres
                && candidate.DropoffMetres <= settings.RadiusMetres
                && trip.HasRoom(settings, package.Package.Space, candidate.AddedMetres))
            {
                costs.Add(assignment.CostMetres(candidate));
            }
        }

        costs.Sort();
        return [.. costs];
    }
}
