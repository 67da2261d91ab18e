using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Worlds;
using SpecialDelivery.Producer.Worlds.Cities;

namespace UnitTests.Producer;

/// <summary>A world in which packages find no trip tests nothing: even the simplest matcher must serve nearly all.</summary>
public sealed class MatchabilityTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(1_000)]
    public void With_as_many_trips_nearly_every_package_finds_one(int ordersPerBatch) => AssertNearlyAll(8_000, 8_000, ordersPerBatch);

    [Fact]
    public void With_twice_as_many_trips_a_job_that_catches_up_in_two_bites_still_finds_them_open() => AssertNearlyAll(8_000, 4_000, 8_000);

    private static void AssertNearlyAll(int trips, int packages, int ordersPerBatch)
    {
        CitiesWorld world = new(new() { Seed = 2, Trips = trips, Packages = packages });
        List<Open> open = [];
        List<Package> waiting = [];
        foreach (PostedOrder[] batch in world.Orders().Chunk(ordersPerBatch))
        {
            long now = batch[^1].PostedAt;
            open.AddRange(batch.Select(order => order.Trip).OfType<Trip>().Select(trip => new Open(trip)));
            open.RemoveAll(trip => trip.Trip.LeavesAt <= now);
            waiting.AddRange(batch.Select(order => order.Package).OfType<Package>());
            ILookup<(int, int), Open> routes = open.ToLookup(trip => Route(trip.Trip.Source, trip.Trip.Destination));
            waiting.RemoveAll(package => TryMatch(package, routes[Route(package.Source, package.Destination)]));
        }

        Assert.InRange(1 - (waiting.Count / (double)packages), 0.95, 1); // those that end unmatched wait to the end here
    }

    // Cities lie more than the radius apart, so no other route has a candidate.
    private static (int Source, int Destination) Route(LatLon source, LatLon destination) => (Nearest(source), Nearest(destination));

    private static int Nearest(LatLon end) => Enumerable.Range(0, City.All.Count).MinBy(i => GreatCircle.DistanceMetres(City.All[i].Centre, end));

    private static bool TryMatch(Package package, IEnumerable<Open> candidates)
    {
        Open? best = null;
        double least = double.MaxValue;
        foreach (Open candidate in candidates)
        {
            Trip trip = candidate.Trip;
            if (trip.LeavesAt < package.ReadyAt || trip.ArrivesAt > package.Deadline || trip.Review < package.LowestReview || candidate.Space < package.Space)
            {
                continue;
            }

            double added = GreatCircle.DistanceMetres(trip.Source, package.Source) + GreatCircle.DistanceMetres(trip.Destination, package.Destination);
            if (added <= candidate.DetourMetres && added < least)
            {
                (best, least) = (candidate, added);
            }
        }

        if (best is not null)
        {
            best.Space -= package.Space;
            best.DetourMetres -= least;
        }

        return best is not null;
    }

    private sealed class Open(Trip trip)
    {
        public Trip Trip { get; } = trip;

        public int Space { get; set; } = trip.Space;

        public double DetourMetres { get; set; } = trip.DetourMetres;
    }
}
