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
    private const int CandidatesPerPass = 250_000;
    private const int LeastPerPackage = 8;
    private const double LeastGrowth = 1.3;

    private readonly double[][] _sample;
    private double _last;

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
        int wanted = Math.Max(LeastPerPackage, CandidatesPerPass / Math.Max(1, packages));
        double[] reach = [.. _sample.Select(costs => wanted <= costs.Length ? costs[wanted - 1] : double.PositiveInfinity).Order()];
        double limit = reach.Length == 0 ? double.PositiveInfinity : reach[reach.Length / 2];
        _last = Math.Max(limit, _last * LeastGrowth);
        return _last;
    }

    private static double[] Costs(
        WaitingPackage package, IReadOnlyCollection<OpenTrip> trips, IAssignment assignment, MatchingSettings settings)
    {
        List<double> costs = [];
        foreach (OpenTrip trip in trips)
        {
            Candidate candidate = new(package, trip, trip.Route.PickupMetres(package.Route), trip.Route.DropoffMetres(package.Route));
            if (candidate.PickupMetres <= settings.RadiusMetres
                && candidate.DropoffMetres <= settings.RadiusMetres
                && Fit.Allows(settings, trip.Trip, package.Package)
                && trip.HasRoom(settings, package.Package.Space, candidate.AddedMetres))
            {
                costs.Add(assignment.CostMetres(candidate));
            }
        }

        costs.Sort();
        return [.. costs];
    }
}
