using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Worlds;
using SpecialDelivery.Producer.Worlds.Flights;

namespace UnitTests.Producer;

public sealed class FlightsWorldTests
{
    private static readonly FlightData Data = FlightData.Sample();
    private static readonly FlightsWorld World = new(new() { Seed = 7, Trips = 3_000, Packages = 2_000 }, Data);
    private static readonly List<PostedOrder> Orders = [.. World.Orders()];

    [Fact]
    public void The_sample_is_three_days_of_flights_between_known_airports()
    {
        Assert.InRange(Data.Flights.Count, 20_000, 60_000);
        Assert.Equal(new DateTimeOffset(2001, 1, 1, 0, 1, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), Data.Flights[0].DepartsAt);
        Assert.Equal(new DateTimeOffset(2001, 1, 3, 23, 59, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), Data.Flights[^1].DepartsAt);
        Assert.All(Data.Flights, flight => Assert.NotEqual(flight.Origin, flight.Destination));

        // Each flight's stated distance is that between its airports' coordinates, but for a few moved or misplaced airports.
        double close = Data.Flights.Count(flight => Math.Abs((Kilometres(flight) / (flight.DistanceMiles * 1.609344)) - 1) < 0.03) / (double)Data.Flights.Count;
        Assert.InRange(close, 0.95, 1);
    }

    [Fact]
    public void Surroundings_lie_within_twenty_kilometres()
    {
        Assert.Equal(229, Data.Airports.Count);
        Assert.All(Data.Airports, airport => Assert.All(airport.Surroundings, point => Assert.InRange(GreatCircle.DistanceMetres(airport.Point, point), 0, 20_000)));
        Assert.InRange(Data.Airports.Count(airport => airport.Surroundings.Count >= 3), 200, 229);
    }

    [Fact]
    public void Holds_what_was_asked_for_in_order_of_time_and_all_of_it_good()
    {
        Assert.Equal(3_000, Orders.Count(order => order.Trip is not null));
        Assert.Equal(2_000, Orders.Count(order => order.Package is not null));
        Assert.Equal(5_000, Orders.DistinctBy(order => order.Id).Count());
        Assert.Equal(Orders.Select(order => order.PostedAt).Order(), Orders.Select(order => order.PostedAt));
        Assert.All(Orders, OrderBytes.AssertReadsBack);
    }

    [Fact]
    public void The_same_seed_makes_the_same_world_and_any_order_can_be_made_alone()
    {
        Assert.Equal(Orders, new FlightsWorld(new() { Seed = 7, Trips = 3_000, Packages = 2_000 }, Data).Orders());
        Assert.All(Orders, order => Assert.Equal(order, order.Trip is null ? World.Package((int)order.Index) : World.Trip((int)order.Index)));
        Assert.NotEqual(World.Trip(0).Trip!.Review, new FlightsWorld(new() { Seed = 9 }, Data).Trip(0).Trip!.Review);
    }

    [Fact]
    public void Trips_leave_and_arrive_as_their_flights_did()
    {
        Flight flight = Data.Flights[0]; // 2001-01-01T00:01, 33 minutes late, 2 176 miles, LAS to PHL
        Trip trip = World.Trip(0).Trip!;
        Assert.Equal(flight.DepartsAt, trip.LeavesAt);
        Assert.Equal(33 + 30 + (2_176 * 1.609344 / 800 * 60), (trip.ArrivesAt - trip.LeavesAt) / 60_000d, 0.001);
        Assert.Equal("LAS", Data.Airports[flight.Origin].Iata);
        Assert.Equal(Data.Airports[flight.Origin].Point, trip.Source);
        Assert.Equal("PHL", Data.Airports[flight.Destination].Iata);
        Assert.Equal(Data.Airports[flight.Destination].Point, trip.Destination);
        Assert.Contains(Data.Flights, early => early.DelayMinutes < 0);
        int index = Data.Flights.Index().First(pair => pair.Item.DelayMinutes < 0).Index; // who is early does not arrive sooner
        Assert.Equal(30 + (Data.Flights[index].DistanceMiles * 1.609344 / 800 * 60), (World.Trip(index).Trip!.ArrivesAt - World.Trip(index).Trip!.LeavesAt) / 60_000d, 0.001);
    }

    [Fact]
    public void The_world_opens_an_hour_before_its_first_departure_and_is_busy_from_then_on()
    {
        const long hour = 3_600_000;
        long opens = Data.Flights[0].DepartsAt - hour;
        FlightsWorld world = new(new(), Data);
        int[] perHour = new int[24];
        foreach (PostedOrder order in world.Orders().TakeWhile(order => order.PostedAt < opens + (24 * hour)))
        {
            perHour[(order.PostedAt - opens) / hour]++;
        }

        Assert.All(perHour, found => Assert.InRange(found, 300, 6_000));
        Assert.All(Orders, order => Assert.InRange(order.PostedAt, opens, (order.Trip?.LeavesAt ?? order.Package!.ReadyAt) - 1));
    }

    [Fact]
    public void Every_package_has_a_flight_that_could_carry_it_alone()
    {
        List<Trip> trips = [.. Orders.Select(order => order.Trip).OfType<Trip>()];
        Assert.All(Orders.Where(order => order.Package is not null).Take(300), order =>
        {
            Package package = order.Package!;
            Assert.Contains(trips, trip =>
                trip.LeavesAt >= package.ReadyAt && trip.ArrivesAt <= package.Deadline && trip.Review >= package.LowestReview && trip.Space >= package.Space
                && GreatCircle.DistanceMetres(trip.Source, package.Source) <= 21_001 && GreatCircle.DistanceMetres(trip.Destination, package.Destination) <= 21_001);
        });
    }

    [Fact]
    public void Trips_beyond_the_data_are_refused()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new FlightsWorld(new() { Trips = 10_000_000, Packages = -1 }, Data));
        Assert.Contains("Trips is 10000000", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--data", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Packages is -1", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("when,delay\n", "first line")]
    [InlineData("date,delay,distance,origin,destination\n2001-01-01T00:01,33,2176,LAS\n", "line 2")]
    [InlineData("date,delay,distance,origin,destination\n2001-01-01T00:01,33,2176,LAS,PHL,1\n", "line 2")]
    [InlineData("date,delay,distance,origin,destination\n2001-01-01T00:01,33,2176,LAS,XXX\n", "line 2")]
    [InlineData("date,delay,distance,origin,destination\n2001-01-01T00:01,,2176,LAS,PHL\n", "line 2")]
    [InlineData("date,delay,distance,origin,destination\n2001-01-01T00:02,1,2176,LAS,PHL\n2001-01-01T00:01,1,2176,LAS,PHL\n", "line 3 departs before")]
    public void A_file_that_is_not_of_flights_is_refused_with_its_line(string text, string expected)
    {
        using StringReader reader = new(text);
        InvalidDataException fault = Assert.Throws<InvalidDataException>(() => FlightReader.Read(reader, "mine.csv", Data.Airports));
        Assert.StartsWith("mine.csv", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    private static double Kilometres(Flight flight) =>
        GreatCircle.DistanceMetres(Data.Airports[flight.Origin].Point, Data.Airports[flight.Destination].Point) / 1_000;
}
