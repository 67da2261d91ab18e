using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Producer.Randomness;

namespace SpecialDelivery.Producer.Worlds.Cities;

/// <summary>Four Californian cities: people drive from one to another and carry packages that go the same way.</summary>
/// <remarks>
/// Ends lie in a disc around two different cities, all else is uniform in its range. A trip is posted some hours before it leaves and
/// takes its great circle at <see cref="KilometresPerHour"/>; a package is ready within the hour, and its deadline leaves
/// it many trips to choose from.
/// </remarks>
public sealed class CitiesWorld : IWorld
{
    /// <summary>Speed along the great circle, km/h: about 90 on roads that are 1.3 times as long.</summary>
    public const double KilometresPerHour = 70;

    private const long Hour = 3_600_000;

    private readonly CitiesSettings _settings;
    private readonly CityEnds _ends;
    private readonly Arrivals _trips;
    private readonly Arrivals _packages;

    /// <summary>Makes the world; nothing is drawn yet.</summary>
    /// <param name="settings">Sound settings.</param>
    /// <exception cref="ArgumentException">A setting is out of its range; all faults are named.</exception>
    public CitiesWorld(CitiesSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Faults().ToList() is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(settings));
        }

        _settings = settings;
        _ends = new(settings.Seed, settings.HotSpotFraction);
        double seconds = settings.Span.TotalSeconds;
        _trips = new(settings.Seed, EntityKind.Trip, settings.Trips, settings.TripsPerSecond ?? (settings.Trips / seconds), settings.Profile);
        _packages = new(settings.Seed, EntityKind.Package, settings.Packages, settings.PackagesPerSecond ?? (settings.Packages / seconds), settings.Profile);
    }

    /// <inheritdoc/>
    public long Seed => _settings.Seed;

    /// <inheritdoc/>
    public long Trips => _settings.Trips;

    /// <inheritdoc/>
    public long Packages => _settings.Packages;

    /// <summary>One batch to measure assignment by: everything is posted at the same moment, and every trip lies within every package's times.</summary>
    /// <param name="seed">Same seed, same batch.</param>
    /// <param name="trips">How many trips, at least 0.</param>
    /// <param name="packages">How many packages, at least 0.</param>
    /// <returns>The batch; ends, ratings and room are those of a world of the same seed.</returns>
    public static (IReadOnlyList<Trip> Trips, IReadOnlyList<Package> Packages) Draw(long seed, int trips, int packages)
    {
        CitiesWorld world = new(new() { Seed = seed, Trips = trips, Packages = packages });
        const long ready = Arrivals.Epoch;
        const long deadline = ready + (72 * Hour); // the last trip leaves after a day and a half and arrives some hours later
        return (
            [.. Enumerable.Range(0, trips).Select(i => world.TripAt(i, ready))],
            [.. Enumerable.Range(0, packages).Select(i => world.PackageAt(i, ready) with { ReadyAt = ready, Deadline = deadline })]);
    }

    /// <inheritdoc/>
    public IEnumerable<PostedOrder> Orders() => Merge.ByTime(
        _trips.InOrder().Select(arrival => new PostedOrder(arrival.Index, arrival.Time, TripAt(arrival.Index, arrival.Time))),
        _packages.InOrder().Select(arrival => new PostedOrder(arrival.Index, arrival.Time, PackageAt(arrival.Index, arrival.Time))));

    /// <summary>One trip, without those before it.</summary>
    /// <param name="index">Which one, 0 to <see cref="Trips"/> - 1.</param>
    /// <returns>The trip.</returns>
    public PostedOrder Trip(long index)
    {
        CheckIndex(index, Trips);
        long time = _trips.TimeOf(index);
        return new(index, time, TripAt(index, time));
    }

    /// <summary>One package, without those before it.</summary>
    /// <param name="index">Which one, 0 to <see cref="Packages"/> - 1.</param>
    /// <returns>The package.</returns>
    public PostedOrder Package(long index)
    {
        CheckIndex(index, Packages);
        long time = _packages.TimeOf(index);
        return new(index, time, PackageAt(index, time));
    }

    private static void CheckIndex(long index, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
    }

    private Trip TripAt(long index, long postedAt)
    {
        Draw draw = new(Seed, EntityKind.Trip, index);
        (LatLon source, LatLon destination) = _ends.Of(draw);
        long leaves = postedAt + (long)draw.Between(Field.Lead, 1 * Hour, 36 * Hour);
        double kilometres = GreatCircle.DistanceMetres(source, destination) / 1_000;
        return new(
            $"c{Seed}-t{index}",
            leaves,
            leaves + (long)(kilometres / KilometresPerHour * Hour),
            (int)draw.Whole(Field.Space, 1, 20),
            draw.Whole(Field.Review, 1, 5),
            source,
            destination,
            draw.Whole(Field.Distance, 10_000, 60_000),
            draw.Whole(Field.Price, 1, 5));
    }

    private Package PackageAt(long index, long postedAt)
    {
        Draw draw = new(Seed, EntityKind.Package, index);
        (LatLon source, LatLon destination) = _ends.Of(draw);
        long ready = postedAt + (long)draw.Between(Field.Lead, 0, 1 * Hour);
        return new(
            $"c{Seed}-p{index}",
            ready,
            ready + (long)draw.Between(Field.Slack, 12 * Hour, 60 * Hour),
            (int)draw.Whole(Field.Space, 1, 10),
            draw.Whole(Field.Review, 1, 5),
            source,
            destination,
            Math.Round(GreatCircle.DistanceMetres(source, destination), 1));
    }
}
