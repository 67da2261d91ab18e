using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>The matching job in plain words: one thread, all pairs, loads summed up anew each time, nothing shared with the product but the orders.</summary>
internal sealed class ReferenceMatcher(MatchingSettings settings)
{
    private readonly Dictionary<string, Posted> _firsts = [];
    private readonly List<Posted> _open = [];
    private readonly List<Posted> _waiting = [];
    private readonly Dictionary<Package, Trip> _carriers = [];
    private readonly Dictionary<string, long> _waitsSince = [];
    private long _time;

    /// <summary>Package, trip and batch of every match, also of those whose trip was withdrawn later.</summary>
    public HashSet<(string Package, string Trip, long Batch)> Matches { get; } = [];

    public HashSet<string> Expired { get; } = [];

    public IEnumerable<string> Waiting => _waiting.Select(posted => posted.Id);

    public void Batch(long batch, IReadOnlyList<Posted> records)
    {
        foreach (Posted posted in records.OrderBy(r => !r.IsTrip).ThenBy(r => r.Partition).ThenBy(r => r.Offset))
        {
            Take(posted);
        }

        _time = Math.Max(_time, records.Select(r => r.Timestamp).DefaultIfEmpty().Max());
        _open.RemoveAll(posted => posted.Trip!.LeavesAt <= _time);
        Expired.UnionWith(_waiting.Where(IsOver).Select(posted => posted.Id));
        _waiting.RemoveAll(IsOver);
        Match(batch);
        foreach (Posted posted in _waiting)
        {
            _waitsSince.TryAdd(posted.Id, batch);
        }
    }

    private bool IsOver(Posted posted) => posted.Package!.Deadline <= _time;

    private void Take(Posted posted)
    {
        if (posted.Junk is not null)
        {
            return;
        }

        if (posted.IsTombstone)
        {
            _open.RemoveAll(one => one.Id == posted.Id && Release(one.Trip!));
            _waiting.RemoveAll(one => one.Id == posted.Id);
            foreach (Package package in _carriers.Keys.Where(package => package.Id == posted.Id && IsOpen(_carriers[package])).ToArray())
            {
                _carriers.Remove(package);
            }
        }
        else if (_firsts.TryAdd(posted.Id, posted))
        {
            (posted.IsTrip ? _open : _waiting).Add(posted);
        }
    }

    private bool Release(Trip trip)
    {
        foreach (Package package in Aboard(trip))
        {
            _carriers.Remove(package);
            _waiting.Add(_firsts[package.Id]);
        }

        return true;
    }

    private void Match(long batch)
    {
        var pairs = from package in _waiting from trip in _open where BruteForce.Fits(settings, trip.Trip!, package.Package!) select (Package: package, Trip: trip);
        pairs = settings.Policy is AssignmentPolicy.NearestFirst
            ? pairs.OrderBy(p => p.Package.Package!.ReadyAt).ThenBy(p => Place(p.Package)).ThenBy(p => BruteForce.PickupMetres(p.Trip.Trip!, p.Package.Package!))
            : pairs.OrderBy(p => BruteForce.AddedMetres(p.Trip.Trip!, p.Package.Package!) - (settings.WaitingBonusMetres * (batch - _waitsSince.GetValueOrDefault(p.Package.Id, batch))));
        foreach ((Posted package, Posted trip) in pairs.ToArray())
        {
            if (!_carriers.ContainsKey(package.Package!) && BruteForce.HasRoom(settings, trip.Trip!, [.. Aboard(trip.Trip!), package.Package!]))
            {
                _carriers.Add(package.Package!, trip.Trip!);
                Matches.Add((package.Id, trip.Id, batch));
            }
        }

        _waiting.RemoveAll(posted => _carriers.ContainsKey(posted.Package!));
    }

    private Package[] Aboard(Trip trip) => [.. _carriers.Where(one => one.Value == trip).Select(one => one.Key)];

    private bool IsOpen(Trip trip) => _open.Exists(posted => posted.Trip == trip);

    private static (int, long) Place(Posted posted) => (posted.Partition, posted.Offset);
}
