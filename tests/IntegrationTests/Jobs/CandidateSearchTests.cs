using IntegrationTests.Spark;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Steps;
using UnitTests.Core.Matching.Worlds;

namespace IntegrationTests.Jobs;

/// <summary>The search on Spark against all pairs.</summary>
public sealed class CandidateSearchTests(SparkFixture fixture) : SparkTest(fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AssignmentPolicy.SortedGreedy, 100, 3)]
    [InlineData(AssignmentPolicy.SortedGreedy, 20_000, 1)]
    [InlineData(AssignmentPolicy.SortedGreedy, 500_000, 256)]
    [InlineData(AssignmentPolicy.NearestFirst, 100_000, 4)]
    public async Task It_finds_the_cheapest_of_all_pairs_wherever_on_Earth(AssignmentPolicy policy, double radiusMetres, int candidates)
    {
        MatchingSettings settings = new() { Policy = policy, RadiusMetres = radiusMetres, Candidates = candidates };
        int found = 0;
        for (int seed = 0; seed < 2; seed++)
        {
            HardPlaces places = new(seed, radiusMetres);
            OrderBook book = new(settings);
            Trip[] trips = places.Trips(60);
            for (int i = 0; i < trips.Length; i++)
            {
                book.Admit(trips[i], i);
                book.Admit(places.Package(trips[i], $"p{i}"), i);
            }

            SparkCandidateSearch search = new(Spark, book, settings);
            search.BeginBatch([]);
            found += await AssertSameAsync(settings, book, search, double.PositiveInfinity, $"seed {seed}");
        }

        Assert.InRange(found, 2 * 20, int.MaxValue);
    }

    [Theory]
    [InlineData(AssignmentPolicy.SortedGreedy)]
    [InlineData(AssignmentPolicy.NearestFirst)]
    public async Task Up_to_a_limit_it_finds_all_that_cost_no_more(AssignmentPolicy policy)
    {
        MatchingSettings settings = new() { Policy = policy, Candidates = 256 };
        HardPlaces places = new(4, settings.RadiusMetres);
        OrderBook book = new(settings);
        Trip[] trips = places.Trips(80);
        for (int i = 0; i < trips.Length; i++)
        {
            book.Admit(trips[i], i);
            book.Admit(places.Package(trips[i], $"p{i}"), i);
        }

        SparkCandidateSearch search = new(Spark, book, settings);
        search.BeginBatch([]);

        const double limit = 40_000;
        IReadOnlyList<Candidate> near = await search.FindAsync([.. book.Waiting], limit, Cancel);

        Assert.Equal(
            book.Waiting.SelectMany(package => BruteForce.Costs(settings, trips, package.Package).Where(cost => cost <= limit)).Order().Select(cost => Math.Round(cost, 2)),
            near.Select(pair => Math.Round(policy is AssignmentPolicy.NearestFirst ? pair.PickupMetres : pair.AddedMetres, 2)).Order());
        Assert.NotEmpty(near);
    }

    [Fact]
    public async Task Over_several_batches_it_follows_the_book()
    {
        MatchingSettings settings = new() { Candidates = 5 };
        HardPlaces places = new(7, settings.RadiusMetres);
        OrderBook book = new(settings);
        SparkCandidateSearch search = new(Spark, book, settings);
        Trip[] trips = places.Trips(90);
        Random random = new(7);
        int found = 0;
        for (int batch = 0; batch < 3; batch++)
        {
            foreach (Trip trip in trips.Skip(batch * 30).Take(30))
            {
                long number = book.OpenTrips.Count + (batch * 100);
                book.Admit(trip, number);
                book.Admit(places.Package(trip, $"p{number}"), number);
            }

            book.Advance(SmallWorld.Start + (batch * SmallWorld.Hour / 12));
            search.BeginBatch(book.Depart());

            // Twice within the batch: what changes in between must be seen at once.
            for (int pass = 0; pass < 2; pass++)
            {
                found += await AssertSameAsync(settings, book, search, double.PositiveInfinity, $"batch {batch}, pass {pass}");
                foreach (OpenTrip trip in book.OpenTrips.Where(trip => trip.SpaceLeft > 0 && random.Next(3) == 0).ToArray())
                {
                    trip.Take(1, trip.DetourLeftMetres / 2);
                    book.Touch(trip);
                }

                if (book.OpenTrips.FirstOrDefault() is { } withdrawn)
                {
                    book.WithdrawTrip(withdrawn.Trip.Id, out _);
                }
            }
        }

        Assert.InRange(found, 50, int.MaxValue);
    }

    private static async Task<int> AssertSameAsync(
        MatchingSettings settings, OrderBook book, SparkCandidateSearch search, double limit, string where)
    {
        WaitingPackage[] waiting = [.. book.Waiting];
        IReadOnlyList<Candidate> found = await search.FindAsync(waiting, limit, Cancel);
        ILookup<WaitingPackage, Candidate> lists = found.ToLookup(c => c.Package);

        // What is left of a trip's room is what all pairs are judged by.
        Dictionary<string, Trip> left = book.OpenTrips.Where(trip => trip.HasRoom(settings)).ToDictionary(
            trip => trip.Trip.Id, trip => trip.Trip with { Space = trip.SpaceLeft, DetourMetres = trip.DetourLeftMetres });
        foreach (WaitingPackage package in waiting)
        {
            HardPlaces.AssertSame(
                settings, [.. left.Values], package.Package, [.. lists[package].Select(c => (left[c.Trip.Trip.Id], c.PickupMetres, c.DropoffMetres))], where);
        }

        return found.Count;
    }
}
