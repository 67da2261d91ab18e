using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Producer.Randomness;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>Orders where a search may go wrong: at the poles, at the date line, on round degrees and on the edges of grid cells, and about a radius apart.</summary>
/// <param name="seed">Same seed, same orders.</param>
/// <param name="radiusMetres">The radius of the search.</param>
internal sealed class HardPlaces(int seed, double radiusMetres)
{
    private const long Hour = 3_600_000;

    // Distances are computed in two ways; within this of the radius either may be right.
    private const double ToleranceMetres = 0.001;

    private readonly Random _random = new(seed);

    public Trip[] Trips(int count)
    {
        LatLon[] hubs = [.. Enumerable.Range(0, 5).Select(_ => Hub())];
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            long leaves = SmallWorld.Start + _random.NextInt64(Hour);
            return new Trip(
                $"t{i}", leaves, leaves + Hour, _random.Next(1, 4), _random.Next(1, 6),
                Near(hubs[_random.Next(hubs.Length)]), Near(hubs[_random.Next(hubs.Length)]), _random.NextDouble() * 3 * radiusMetres, 3);
        })];
    }

    /// <summary>A package with a good chance to go with a trip.</summary>
    public Package Package(Trip trip, string id)
    {
        long ready = SmallWorld.Start - Hour + _random.NextInt64(Hour + (Hour / 4));
        return new(id, ready, ready + (4 * Hour), _random.Next(1, 3), _random.Next(1, 4), Near(trip.Source), Near(trip.Destination), 1);
    }

    /// <summary>Holds a package's candidates against all pairs.</summary>
    public static void AssertSame(
        MatchingSettings settings, IReadOnlyList<Trip> trips, Package package, IReadOnlyList<(Trip Trip, double PickupMetres, double DropoffMetres)> found, string where)
    {
        foreach ((Trip trip, double pickup, double dropoff) in found)
        {
            Assert.Equal(BruteForce.PickupMetres(trip, package), pickup, ToleranceMetres);
            Assert.Equal(BruteForce.AddedMetres(trip, package), pickup + dropoff, ToleranceMetres);
        }

        double[] costs = [.. found.Select(one => settings.Policy is AssignmentPolicy.NearestFirst ? one.PickupMetres : one.PickupMetres + one.DropoffMetres).Order()];
        double[] least = BruteForce.Costs(settings with { RadiusMetres = settings.RadiusMetres - ToleranceMetres }, trips, package);
        double[] most = BruteForce.Costs(settings with { RadiusMetres = settings.RadiusMetres + ToleranceMetres }, trips, package);
        Assert.Equal(found.Count, found.DistinctBy(one => one.Trip.Id).Count());
        Assert.InRange(costs.Length, least.Length, most.Length);
        for (int i = 0; i < Math.Min(costs.Length, least.Length); i++)
        {
            Assert.True(most[i] - ToleranceMetres <= costs[i] && costs[i] <= least[i] + ToleranceMetres, $"{where}: candidate {i} of {package.Id} costs {costs[i]}, by all pairs {least[i]}");
        }
    }

    private LatLon Hub() => _random.Next(8) switch
    {
        0 => new(90, 0),
        1 => new(-90 + (_random.NextDouble() / 100), _random.Next(-180, 181)),
        2 => new(_random.Next(-80, 81), 180),
        3 => new(_random.Next(-80, 81), -180),
        4 => new(89.5, _random.Next(-180, 181)),
        5 => new(OnCellEdge(_random.Next(-8_000, 8_001)), OnCellEdge(_random.Next(-16_000, 16_001))),
        6 => new(0, 0),
        _ => new((_random.NextDouble() * 160) - 80, (_random.NextDouble() * 360) - 180),
    };

    // A cell of the finest grid is the 65 536th part of a circle.
    private static double OnCellEdge(int cells) => cells * (360.0 / 65_536) * 2;

    private LatLon Near(LatLon place) => _random.Next(6) switch
    {
        0 => place,
        1 => Disc.Point(place, radiusMetres, 1, _random.NextDouble()),
        _ => Disc.Point(place, radiusMetres, _random.NextDouble(), _random.NextDouble()),
    };
}
