using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Worlds;
using SpecialDelivery.Producer.Worlds.Cities;

namespace UnitTests.Producer;

/// <summary>A world in which packages find no trip tests nothing: even the simplest matcher must serve nearly all.</summary>
public sealed class MatchabilityTests
{
    private const double Radius = 100_000;

    [Theory]
    [InlineData(25)]
    [InlineData(250)]
    public void With_as_many_trips_nearly_every_package_finds_one_in_time(int ordersPerBatch)
    {
        CitiesWorld world = new(new() { Seed = 2, Trips = 2_000, Packages = 2_000, Span = TimeSpan.FromDays(4) });
        long settled = world.Orders().First().PostedAt + (long)TimeSpan.FromDays(1.5).TotalMilliseconds; // these see their deadline come
        HashSet<string> matched = Match(world, ordersPerBatch);
        List<string> packages = [.. world.Orders().Where(order => order.Package is not null && order.PostedAt < settled).Select(order => order.Id)];
        Assert.InRange(packages.Count(matched.Contains) / (double)packages.Count, 0.95, 1);
    }

    [Fact]
    public void With_twice_as_many_trips_a_job_that_catches_up_in_two_bites_still_finds_them_open()
    {
        CitiesWorld world = new(new() { Seed = 2, Trips = 1_000, Packages = 500 });
        Assert.InRange(Match(world, ordersPerBatch: 1_000).Count / 500d, 0.95, 1);
    }

    private static HashSet<string> Match(CitiesWorld world, int ordersPerBatch)
    {
        List<Open> open = [];
        List<Package> waiting = [];
        HashSet<string> matched = [];
        foreach (PostedOrder[] batch in world.Orders().Chunk(ordersPerBatch))
        {
            long now = batch[^1].PostedAt;
            open.AddRange(batch.Select(order => order.Trip).OfType<Trip>().Select(trip => new Open(trip)));
            open.RemoveAll(trip => trip.Trip.LeavesAt <= now);
            waiting.AddRange(batch.Select(order => order.Package).OfType<Package>());
            waiting.RemoveAll(package => package.Deadline <= now);
            waiting.RemoveAll(package => TryMatch(package, open) && matched.Add(package.Id));
        }

        return matched;
    }

    private static bool TryMatch(Package package, List<Open> open)
    {
        Open? best = null;
        double least = double.MaxValue;
        foreach (Open candidate in open)
        {
            Trip trip = candidate.Trip;
            if (trip.LeavesAt < package.ReadyAt || trip.ArrivesAt > package.Deadline || trip.Review < package.LowestReview || candidate.Space < package.Space)
            {
                continue;
            }

            double pickup = GreatCircle.DistanceMetres(trip.Source, package.Source);
            double added = pickup + GreatCircle.DistanceMetres(trip.Destination, package.Destination);
            if (pickup <= Radius && added - pickup <= Radius && added <= candidate.DetourMetres && added < least)
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
