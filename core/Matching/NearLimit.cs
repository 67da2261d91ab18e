using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>How far the near search looks.</summary>
/// <remarks>
/// In a dense world the full radius holds thousands of trips per package, of which the nearest few matter. A sample of the packages tells
/// at which cost a package meets how many trips, and the search looks so far that its packages meet a few each. Pairs up to the limit are
/// complete, so taking them in order of cost and looking everywhere for the rest is the same as sorting all pairs of the radius at once.
/// </remarks>
internal static class NearLimit
{
    private const int SampleSize = 32;
    private const int CandidatesPerPackage = 2;

    /// <summary>The limit for a batch; the same book gives the same limit.</summary>
    /// <returns>Metres; infinity when there is no near: most packages of the sample have fewer trips in their whole radius, or none is new.</returns>
    public static double Of(
        IReadOnlyList<WaitingPackage> packages, IReadOnlyCollection<OpenTrip> trips, IAssignment assignment, MatchingSettings settings)
    {
        // Those that have waited found nothing before: they would tell of a desert.
        WaitingPackage[] fresh = [.. packages.Where(p => p.BatchesWaited == 0)];
        int step = Math.Max(1, fresh.Length / SampleSize);
        double[] reach =
        [
            .. fresh.Where((_, i) => i % step == 0).AsParallel().Select(p => Reach(p, trips, assignment, settings)).Order(),
        ];
        return reach.Length == 0 ? double.PositiveInfinity : reach[reach.Length / 2];
    }

    private static double Reach(
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
        return costs.Count >= CandidatesPerPackage ? costs[CandidatesPerPackage - 1] : double.PositiveInfinity;
    }
}
