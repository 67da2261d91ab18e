using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Finds candidates on Spark.</summary>
/// <param name="spark">The session.</param>
/// <param name="book">The book.</param>
/// <param name="settings">Rules and limits.</param>
internal sealed class SparkCandidateSearch(SparkSession spark, OrderBook book, MatchingSettings settings) : ICandidateSearch
{
    private readonly CandidateJoin _join = new(settings);
    private readonly OpenTripTable _trips = new(spark, book, settings);
    private Dictionary<long, OpenTrip> _byHandle = [];

    /// <summary>Starts a batch.</summary>
    /// <param name="departed">Trips that left.</param>
    public void BeginBatch(IReadOnlyList<OpenTrip> departed)
    {
        _trips.BeginBatch(departed);
        _byHandle = book.OpenTrips.ToDictionary(t => t.Handle);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> FindAsync(
        IReadOnlyList<WaitingPackage> packages, double limitMetres, CancellationToken cancel)
    {
        // The far end of a pair may lie anywhere within the radius when only the near end is limited.
        double radius = settings.Policy == AssignmentPolicy.NearestFirst ? settings.RadiusMetres : Math.Min(settings.RadiusMetres, limitMetres);
        double limit = Math.Min(limitMetres, 2 * settings.RadiusMetres);
        DataFrame trips = _trips.Current();
        List<Candidate> found = [];
        foreach (IGrouping<int, WaitingPackage> group in packages.GroupBy(p => GeoGrid.LevelFor(p, radius)))
        {
            cancel.ThrowIfCancellationRequested();
            Dictionary<long, WaitingPackage> seeking = group.ToDictionary(p => p.Handle);
            DataFrame rows = spark.CreateDataFrame<PackageRow>([.. group.Select(p => PackageRow.Of(p, radius, limit))]);
            foreach (CandidateRow row in _join.Candidates(rows, trips, group.Key).CollectAs<CandidateRow>())
            {
                found.Add(new Candidate(seeking[row.Package], _byHandle[row.Trip], row.Pickup, row.Dropoff));
            }
        }

        return Task.FromResult<IReadOnlyList<Candidate>>(found);
    }
}
