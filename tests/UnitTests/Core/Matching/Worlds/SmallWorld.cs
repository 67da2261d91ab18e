using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Producer.Randomness;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>A few dozen orders in a few batches, in any corner of the Earth, with all that may happen to them; a function of its seed.</summary>
internal sealed class SmallWorld
{
    public const long Start = 1_767_571_200_000;
    public const long Hour = 3_600_000;

    /// <summary>A wall clock after everything.</summary>
    public const long Now = Start + (365 * 24 * Hour);

    private const int Partitions = 2;

    private static readonly LatLon[][] Corners =
    [
        [new(37.77, -122.42), new(36.75, -119.77)],
        [new(-17.7, 179.95), new(-13.8, -179.9)],
        [new(89.8, 10), new(-89.9, 120)],
        [new(0.01, -0.02), new(52.5, 180)],
    ];

    private readonly int _seed;
    private readonly Random _random;
    private readonly LatLon[] _corner;
    private readonly Dictionary<(bool, int), long> _ends = [];
    private readonly List<Posted> _orders = [];

    /// <summary>Draws one.</summary>
    /// <param name="seed">Same seed, same world.</param>
    /// <param name="batches">How many batches; null draws it.</param>
    /// <param name="crowd">How many times as many orders.</param>
    public SmallWorld(int seed, int? batches = null, int crowd = 1)
    {
        _seed = seed;
        _random = new Random(seed);
        _corner = Corners[seed % Corners.Length];
        Settings = new MatchingSettings
        {
            RadiusMetres = _random.Next(50_000, 100_000),
            Candidates = 256,
            CheckSpace = Chance(0.8),
            CheckReview = Chance(0.8),
            CheckWindow = Chance(0.8),
            CheckDetour = Chance(0.8),
            PackagesPerTrip = Chance(0.3) ? 1 : Chance(0.3) ? 2 : int.MaxValue,
            WaitingBonusMetres = Chance(0.3) ? 0 : _random.Next(10_000),
        };
        long time = Start;
        List<IReadOnlyList<Posted>> all = [];
        for (int i = batches ?? _random.Next(2, 7); i > 0; i--)
        {
            all.Add(Batch(time, crowd));
            time += _random.NextInt64(Hour / 2, 3 * Hour);
        }

        Batches = all;
    }

    public MatchingSettings Settings { get; init; }

    public IReadOnlyList<IReadOnlyList<Posted>> Batches { get; init; }

    public IEnumerable<Posted> Records => Batches.SelectMany(batch => batch);

    /// <summary>The same records in other batches.</summary>
    public SmallWorld Recut(int recordsPerBatch) => new(_seed) { Settings = Settings, Batches = [.. Records.Chunk(recordsPerBatch)] };

    /// <summary>The same orders, none of them withdrawn.</summary>
    public SmallWorld WithoutTombstones() => new(_seed) { Settings = Settings, Batches = [.. Batches.Select(batch => batch.Where(posted => !posted.IsTombstone).ToArray())] };

    private List<Posted> Batch(long from, int crowd)
    {
        List<Posted> batch = [];
        for (int i = _random.Next(9) * crowd; i > 0; i--)
        {
            Add(batch, NewTrip($"t{_orders.Count}", from + _random.NextInt64(Hour / 2)));
        }

        for (int i = _random.Next(12) * crowd; i > 0; i--)
        {
            Add(batch, NewPackage($"p{_orders.Count}", from + _random.NextInt64(Hour / 2)));
        }

        for (int i = _random.Next(4); i > 0 && _orders.Count > 0; i--)
        {
            Disturb(batch, _orders[_random.Next(_orders.Count)], from + _random.NextInt64(Hour / 2));
        }

        return batch;
    }

    private void Disturb(List<Posted> batch, Posted earlier, long at)
    {
        Posted next = earlier with { Timestamp = at, Offset = NextOffset(earlier.IsTrip, earlier.Partition) };
        batch.Add(_random.Next(5) switch
        {
            0 => next,
            1 => next with { Trip = null, Package = null, Junk = "{" },
            2 => next with { Trip = next.Trip is { } trip ? trip with { Space = trip.Space + 1 } : null, Package = next.Package is { } package ? package with { Space = package.Space + 1 } : null },
            _ => next with { Trip = null, Package = null },
        });
    }

    private void Add(List<Posted> batch, Posted order)
    {
        _orders.Add(order);
        batch.Add(order);
    }

    private Posted NewTrip(string id, long at)
    {
        (LatLon source, LatLon destination) = Ends();
        long leaves = at + _random.NextInt64(Hour / 6, 8 * Hour);
        Trip trip = new(id, leaves, leaves + _random.NextInt64(1, 4 * Hour), _random.Next(1, 9), _random.Next(1, 6), source, destination, _random.Next(20_000, 300_000), 3);
        int partition = _orders.Count % Partitions;
        return new Posted(true, partition, NextOffset(true, partition), at, id, Trip: trip);
    }

    private Posted NewPackage(string id, long at)
    {
        (LatLon source, LatLon destination) = Ends();
        long ready = at + _random.NextInt64(-Hour, Hour);
        Package package = new(id, ready, ready + _random.NextInt64(Hour, 15 * Hour), _random.Next(1, 5), _random.Next(1, 5), source, destination, 1);
        int partition = _orders.Count % Partitions;
        return new Posted(false, partition, NextOffset(false, partition), at, id, Package: package);
    }

    private (LatLon Source, LatLon Destination) Ends()
    {
        int from = _random.Next(_corner.Length);
        return (Near(_corner[from]), Near(_corner[Chance(0.9) ? 1 - from : from]));
    }

    private LatLon Near(LatLon centre) => Disc.Point(centre, 60_000, _random.NextDouble(), _random.NextDouble());

    private long NextOffset(bool isTrip, int partition)
    {
        long offset = _ends.GetValueOrDefault((isTrip, partition));
        _ends[(isTrip, partition)] = offset + 1;
        return offset;
    }

    private bool Chance(double share) => _random.NextDouble() < share;
}
