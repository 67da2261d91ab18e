namespace SpecialDelivery.Core.Matching;

/// <summary>How far the near search looks.</summary>
/// <remarks>
/// In a dense world the full radius holds thousands of trips per package, of which the nearest few matter. A sample of the packages tells
/// at which cost a package meets how many trips, and the search looks so far that its packages meet a few each. Pairs up to the limit are
/// complete, so taking them in order of cost and looking everywhere for the rest is the same as sorting all pairs of the radius at once.
/// </remarks>
internal static class NearLimit
{
    private const int SampleSize = 64;
    private const int CandidatesPerPackage = 2;

    /// <summary>The limit for a batch; the same book gives the same limit.</summary>
    /// <param name="packages">Packages that look for a trip.</param>
    /// <param name="everywhere">Tells what each of the sample would find.</param>
    /// <param name="assignment">What makes a trip cheap.</param>
    /// <returns>Metres; infinity when there is no near: most packages of the sample have fewer trips in their whole radius, or none is new.</returns>
    public static double Of(IReadOnlyList<WaitingPackage> packages, BookSearch everywhere, IAssignment assignment)
    {
        // Those that have waited found nothing before: they would tell of a desert.
        WaitingPackage[] fresh = [.. packages.Where(p => p.BatchesWaited == 0)];
        int step = Math.Max(1, fresh.Length / SampleSize);
        double[] reach = [.. fresh.Where((_, i) => i % step == 0).Select(p => Reach(everywhere.Find(p), assignment)).Order()];
        return reach.Length == 0 ? double.PositiveInfinity : reach[reach.Length / 2];
    }

    private static double Reach(IReadOnlyList<Candidate> cheapest, IAssignment assignment) => cheapest.Count < CandidatesPerPackage
        ? double.PositiveInfinity
        : assignment.CostMetres(cheapest[CandidatesPerPackage - 1].PickupMetres, cheapest[CandidatesPerPackage - 1].DropoffMetres);
}
