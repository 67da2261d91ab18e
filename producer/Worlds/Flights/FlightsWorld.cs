using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Randomness;

namespace SpecialDelivery.Producer.Worlds.Flights;

/// <summary>Real US flights carry packages between the surroundings of their airports.</summary>
/// <remarks>
/// A trip leaves when its flight did and arrives after its delay and a flight time from its distance: <see cref="KilometresPerHour"/>
/// and <see cref="GroundMinutes"/>. Room, rating, price and detour are drawn. A package is drawn for a flight that could carry it
/// alone, from a real ZIP point near the one airport to one near the other, and is posted later than most trips are: up to 12 hours
/// before departure, a trip up to 24.
/// </remarks>
public sealed class FlightsWorld : IWorld
{
    /// <summary>Cruising speed, km/h.</summary>
    public const double KilometresPerHour = 800;

    /// <summary>Added to each flight for taxi, climb and approach, minutes.</summary>
    public const long GroundMinutes = 30;

    private const double KilometresPerMile = 1.609344;
    private const double JitterMetres = 1_000;
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;

    private readonly FlightData _data;
    private readonly long _opens;

    /// <summary>Makes the world; nothing is drawn yet.</summary>
    /// <param name="settings">Sound settings.</param>
    /// <param name="data">The flights.</param>
    /// <exception cref="ArgumentException">A setting is out of its range; all faults are named.</exception>
    public FlightsWorld(FlightsSettings settings, FlightData data)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        if (settings.Faults(data.Flights.Count).ToList() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(settings));
        }

        _data = data;
        _opens = data.Flights[0].DepartsAt - Hour;
        Seed = settings.Seed;
        Trips = settings.Trips ?? data.Flights.Count;
        Packages = settings.Packages ?? (Trips / 2);
    }

    /// <inheritdoc/>
    public long Seed { get; }

    /// <inheritdoc/>
    public long Trips { get; }

    /// <inheritdoc/>
    public long Packages { get; }

    /// <inheritdoc/>
    public IEnumerable<PostedOrder> Orders() => Merge.ByTime(
        InOrder((int)Trips, TripPostedAt).Select(Trip),
        InOrder((int)Packages, PackagePostedAt).Select(Package));

    /// <summary>One trip, without those before it.</summary>
    /// <param name="index">Which one, 0 to <see cref="Trips"/> - 1: the flight's line in the data.</param>
    /// <returns>The trip.</returns>
    public PostedOrder Trip(int index)
    {
        Draw draw = new(Seed, EntityKind.Trip, index);
        Flight flight = _data.Flights[index];
        return new(index, TripPostedAt(index), new Trip(
            $"f{Seed}-t{index}",
            flight.DepartsAt,
            ArrivalOf(flight),
            SpaceOf(draw),
            ReviewOf(draw),
            _data.Airports[flight.Origin].Point,
            _data.Airports[flight.Destination].Point,
            draw.Whole(Field.Distance, 20_000, 80_000),
            draw.Whole(Field.Price, 1, 5)));
    }

    /// <summary>One package, without those before it.</summary>
    /// <param name="index">Which one, 0 to <see cref="Packages"/> - 1.</param>
    /// <returns>The package.</returns>
    public PostedOrder Package(int index)
    {
        Draw draw = new(Seed, EntityKind.Package, index);
        int flightIndex = FlightFor(draw);
        Flight flight = _data.Flights[flightIndex];
        Draw flightDraw = new(Seed, EntityKind.Trip, flightIndex);
        long postedAt = PackagePostedAt(index);
        LatLon source = Near(flight.Origin, draw, Field.SourcePlace, Field.SourceDistance, Field.SourceBearing);
        LatLon destination = Near(flight.Destination, draw, Field.DestinationPlace, Field.DestinationDistance, Field.DestinationBearing);
        return new(index, postedAt, new Package(
            $"f{Seed}-p{index}",
            postedAt + ((flight.DepartsAt - postedAt) / 2),
            ArrivalOf(flight) + (long)draw.Between(Field.Slack, 1 * Hour, 24 * Hour),
            (int)draw.Whole(Field.Space, 1, Math.Min(10, SpaceOf(flightDraw))),
            draw.Whole(Field.Review, 1, ReviewOf(flightDraw)),
            source,
            destination,
            Math.Round(GreatCircle.DistanceMetres(source, destination), 1)));
    }

    private static int SpaceOf(Draw trip) => (int)trip.Whole(Field.Space, 1, 20);

    private static long ReviewOf(Draw trip) => trip.Whole(Field.Review, 1, 5);

    private static long ArrivalOf(Flight flight) => flight.DepartsAt
        + ((Math.Max(0, flight.DelayMinutes) + GroundMinutes) * Minute)
        + (long)(flight.DistanceMiles * KilometresPerMile / KilometresPerHour * Hour);

    private static int[] InOrder(int count, Func<int, long> postedAt)
    {
        int[] indices = new int[count];
        long[] times = new long[count];
        for (int i = 0; i < count; i++)
        {
            indices[i] = i;
            times[i] = postedAt(i);
        }

        Array.Sort(times, indices);
        return indices;
    }

    private long TripPostedAt(int index) =>
        PostedAt(_data.Flights[index], new Draw(Seed, EntityKind.Trip, index), 2 * Hour, 24 * Hour);

    private long PackagePostedAt(int index)
    {
        Draw draw = new(Seed, EntityKind.Package, index);
        return PostedAt(_data.Flights[FlightFor(draw)], draw, 1 * Hour, 12 * Hour);
    }

    // The world opens an hour before its first departure. Leads of the first flights shrink to fit: else a day would pass with few orders.
    private long PostedAt(Flight flight, Draw draw, long leastLead, long mostLead)
    {
        double room = Math.Min(1, (flight.DepartsAt - _opens) / (double)mostLead);
        return flight.DepartsAt - (long)(room * draw.Between(Field.Lead, leastLead, mostLead));
    }

    private int FlightFor(Draw package) => (int)package.Whole(Field.Route, 0, Trips - 1);

    private LatLon Near(int airport, Draw draw, Field place, Field distance, Field bearing)
    {
        IReadOnlyList<LatLon> points = _data.Airports[airport].Surroundings;
        return Disc.Point(points[(int)draw.Whole(place, 0, points.Count - 1)], JitterMetres, draw.Unit(distance), draw.Unit(bearing));
    }
}
