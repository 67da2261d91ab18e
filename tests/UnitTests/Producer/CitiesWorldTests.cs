using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Worlds;
using SpecialDelivery.Producer.Worlds.Cities;

namespace UnitTests.Producer;

public sealed class CitiesWorldTests
{
    private const long Hour = 3_600_000;

    private static readonly CitiesWorld World = new(new() { Seed = 7, Trips = 4_000, Packages = 3_000 });
    private static readonly List<PostedOrder> Orders = [.. World.Orders()];
    private static readonly List<Trip> Trips = [.. Orders.Select(order => order.Trip).OfType<Trip>()];
    private static readonly List<Package> Packages = [.. Orders.Select(order => order.Package).OfType<Package>()];

    [Fact]
    public void Holds_what_was_asked_for_once_in_order_of_time()
    {
        Assert.Equal(4_000, Trips.DistinctBy(trip => trip.Id).Count());
        Assert.Equal(3_000, Packages.DistinctBy(package => package.Id).Count());
        Assert.Equal(7_000, Orders.Count);
        Assert.Equal(Orders.Select(order => order.PostedAt).Order(), Orders.Select(order => order.PostedAt));
    }

    [Fact]
    public void The_same_seed_makes_the_same_world_and_another_seed_another_one()
    {
        Assert.Equal(Orders, new CitiesWorld(new() { Seed = 7, Trips = 4_000, Packages = 3_000 }).Orders());
        CitiesWorld other = new(new() { Seed = 8, Trips = 4_000, Packages = 3_000 });
        Assert.Empty(other.Orders().Select(order => order.Id).Intersect(Orders.Select(order => order.Id)));
        Assert.Empty(other.Orders().Select(order => order.Trip?.Source).OfType<LatLon>().Intersect(Trips.Select(trip => trip.Source)));
    }

    [Fact]
    public void Any_order_can_be_made_without_those_before_it() =>
        Assert.All(Orders, order => Assert.Equal(order, order.Trip is null ? World.Package(order.Index) : World.Trip(order.Index)));

    [Fact]
    public void Ends_and_fields_do_not_depend_on_how_many_orders_there_are() =>
        Assert.Equal(
            Trips.Where(trip => trip.Id == "c7-t17").Select(trip => (trip.Source, trip.Destination, trip.Space, trip.Review, trip.Price, trip.DetourMetres)),
            [With(new CitiesWorld(new() { Seed = 7, Trips = 20, Packages = 0 }).Trip(17).Trip!)]);

    [Fact]
    public void Every_order_is_good() => Assert.All(Orders, OrderBytes.AssertReadsBack);

    [Fact]
    public void Ends_lie_in_the_discs_of_two_different_cities_and_every_route_is_as_likely()
    {
        Dictionary<(string, string), int> routes = Trips.Select(trip => (CityOf(trip.Source), CityOf(trip.Destination)))
            .Concat(Packages.Select(package => (CityOf(package.Source), CityOf(package.Destination))))
            .CountBy(route => route).ToDictionary();
        Assert.Equal(12, routes.Count);
        Assert.All(routes, route => Assert.NotEqual(route.Key.Item1, route.Key.Item2));
        Assert.All(routes.Values, found => Assert.InRange(found, 583 - 75, 583 + 75)); // a twelfth of 7 000, within 3.2 standard errors
    }

    [Fact]
    public void Fields_fill_their_ranges()
    {
        Assert.Equal(Enumerable.Range(1, 20), Trips.Select(trip => trip.Space).Distinct().Order());
        Assert.Equal(Enumerable.Range(1, 10), Packages.Select(package => package.Space).Distinct().Order());
        Assert.Equal([1, 2, 3, 4, 5], Trips.Select(trip => trip.Review).Distinct().Order());
        Assert.Equal([1, 2, 3, 4, 5], Trips.Select(trip => trip.Price).Distinct().Order());
        Assert.Equal([1, 2, 3, 4, 5], Packages.Select(package => package.LowestReview).Distinct().Order());
        Assert.InRange(Trips.Min(trip => trip.DetourMetres), 10_000, 10_200);
        Assert.InRange(Trips.Max(trip => trip.DetourMetres), 59_800, 60_000);
        Assert.All(Packages, package => Assert.Equal(GreatCircle.DistanceMetres(package.Source, package.Destination), package.LengthMetres, 0.06));
    }

    [Fact]
    public void Times_are_those_stated() => Assert.All(Orders, order =>
    {
        if (order.Trip is { } trip)
        {
            Assert.InRange(trip.LeavesAt - order.PostedAt, 1 * Hour, 36 * Hour);
            double hours = GreatCircle.DistanceMetres(trip.Source, trip.Destination) / 1_000 / CitiesWorld.KilometresPerHour;
            Assert.Equal(hours * Hour, trip.ArrivesAt - trip.LeavesAt, 1d);
        }
        else
        {
            Assert.InRange(order.Package!.ReadyAt - order.PostedAt, 0, 1 * Hour);
            Assert.InRange(order.Package.Deadline - order.Package.ReadyAt, 12 * Hour, 60 * Hour);
        }
    });

    [Fact]
    public void Hot_spots_draw_ends_together_but_not_out_of_their_city()
    {
        static double NeighboursWithin500Metres(double fraction)
        {
            List<LatLon> sources = [.. new CitiesWorld(new() { Trips = 400, Packages = 0, HotSpotFraction = fraction }).Orders().Select(order => order.Trip!.Source)];
            Assert.All(sources, source => CityOf(source));
            return sources.Average(source => sources.Count(other => GreatCircle.DistanceMetres(source, other) < 500) - 1);
        }

        Assert.InRange(NeighboursWithin500Metres(0), 0, 1);
        Assert.InRange(NeighboursWithin500Metres(1), 10, 40); // 33 share a spot
    }

    [Fact]
    public void A_batch_has_the_known_cap_and_no_trip_outside_a_packages_times()
    {
        List<double> caps = [];
        for (int seed = 1; seed <= 20; seed++)
        {
            (IReadOnlyList<Trip> trips, IReadOnlyList<Package> packages) = CitiesWorld.Draw(seed, 240, 240);
            Assert.True(trips.Min(trip => trip.LeavesAt) >= packages.Max(package => package.ReadyAt));
            Assert.True(trips.Max(trip => trip.ArrivesAt) <= packages.Min(package => package.Deadline));

            // Whoever goes the same way lies within 100 km at both ends, so only the number of each route's trips binds.
            ILookup<(string, string), Trip> routes = trips.ToLookup(trip => (CityOf(trip.Source), CityOf(trip.Destination)));
            int matched = packages.CountBy(package => (CityOf(package.Source), CityOf(package.Destination))).Sum(route => Math.Min(route.Value, routes[route.Key].Count()));
            caps.Add(matched / 240d);
        }

        Assert.InRange(caps.Average(), 0.888 - 0.015, 0.888 + 0.015);
    }

    [Fact]
    public void Refuses_settings_out_of_range_and_names_them_all()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new CitiesWorld(new()
        {
            Trips = -1,
            Packages = -1,
            Span = TimeSpan.Zero,
            TripsPerSecond = 0,
            PackagesPerSecond = double.NaN,
            HotSpotFraction = 1.5,
        }));
        Assert.All(
            ["Trips is -1", "Packages is -1", "Span is 00:00:00", "TripsPerSecond is 0", "PackagesPerSecond is NaN", "HotSpotFraction is 1.5"],
            part => Assert.Contains(part, fault.Message, StringComparison.Ordinal));
    }

    private static (LatLon, LatLon, int, double, double, double) With(Trip trip) =>
        (trip.Source, trip.Destination, trip.Space, trip.Review, trip.Price, trip.DetourMetres);

    private static string CityOf(LatLon end) =>
        Assert.Single(City.All, city => GreatCircle.DistanceMetres(city.Centre, end) <= City.RadiusMetres + 0.1).Name;
}
