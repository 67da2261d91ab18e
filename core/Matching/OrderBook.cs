using System.Diagnostics.CodeAnalysis;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>Which trips are open, which packages wait and which are carried, as of one instant of event time.</summary>
/// <remarks>A pure fold over the input topics and the ledger: the same records in the same order per key give the same book, on the first run and on every restart.</remarks>
/// <param name="settings">Capacity rules.</param>
public sealed class OrderBook(MatchingSettings settings)
{
    private static readonly long Memory = (long)TimeSpan.FromDays(7).TotalMilliseconds;

    private readonly SeenOrders _seenTrips = new(Memory);
    private readonly SeenOrders _seenPackages = new(Memory);
    private readonly Dictionary<string, OpenTrip> _trips = [];
    private readonly Dictionary<string, WaitingPackage> _waiting = [];
    private readonly Dictionary<string, Carriage> _carried = [];
    private readonly Dictionary<string, List<string>> _aboard = [];
    private readonly List<OpenTrip> _arrivals = [];
    private readonly List<OpenTrip> _changes = [];
    private readonly PriorityQueue<string, long> _departures = new();
    private readonly PriorityQueue<string, long> _deadlines = new();

    /// <summary>The largest record timestamp seen, unix milliseconds; 0 before the first.</summary>
    public long EventTime { get; private set; }

    /// <summary>Trips that have not left.</summary>
    public IReadOnlyCollection<OpenTrip> OpenTrips => _trips.Values;

    /// <summary>Packages without a driver.</summary>
    public IReadOnlyCollection<WaitingPackage> Waiting => _waiting.Values;

    /// <summary>Packages aboard trips that have not left.</summary>
    public int Carried => _carried.Count;

    /// <summary>Finds an open trip.</summary>
    /// <param name="id">Trip id.</param>
    /// <param name="trip">The trip.</param>
    /// <returns>Whether it is open.</returns>
    public bool TryGetTrip(string id, [NotNullWhen(true)] out OpenTrip? trip) => _trips.TryGetValue(id, out trip);

    /// <summary>What happened to the trips since the last call, for a table that mirrors them.</summary>
    /// <returns>The trips that came, and those, come before, whose room changed or which were withdrawn.</returns>
    public (IReadOnlyList<OpenTrip> Arrived, IReadOnlyList<OpenTrip> Changed) DrainChanges()
    {
        OpenTrip[] arrived = [.. _arrivals];
        HashSet<OpenTrip> isNew = [.. arrived];
        OpenTrip[] changed = [.. _changes.Where(trip => !isNew.Contains(trip))];
        _changes.ForEach(trip => trip.Rest());
        _arrivals.Clear();
        _changes.Clear();
        return (arrived, changed);
    }

    /// <summary>Takes a trip in.</summary>
    /// <param name="trip">The trip.</param>
    /// <param name="handle">Its place in the topic.</param>
    /// <returns>What became of it; <see cref="Admission.Late"/> when it has left already.</returns>
    public Admission Admit(Trip trip, long handle)
    {
        ArgumentNullException.ThrowIfNull(trip);
        Admission admission = _seenTrips.Note(trip.Id, ContentHash.Of(trip));
        if (admission != Admission.Admitted)
        {
            return admission;
        }

        if (trip.LeavesAt <= EventTime)
        {
            return Admission.Late;
        }

        OpenTrip open = new(trip, handle, settings.PackagesPerTrip);
        _trips.Add(trip.Id, open);
        _arrivals.Add(open);
        _departures.Enqueue(trip.Id, trip.LeavesAt);
        return Admission.Admitted;
    }

    /// <summary>Takes a package in; one whose deadline has passed is in the book until <see cref="Expire"/> ends it.</summary>
    /// <param name="package">The package.</param>
    /// <param name="handle">Its place in the topic.</param>
    /// <returns>What became of it.</returns>
    public Admission Admit(Package package, long handle)
    {
        ArgumentNullException.ThrowIfNull(package);
        Admission admission = _seenPackages.Note(package.Id, ContentHash.Of(package));
        if (admission == Admission.Admitted)
        {
            Wait(new WaitingPackage(package, handle));
        }

        return admission;
    }

    /// <summary>Moves event time forward.</summary>
    /// <param name="eventTime">Unix milliseconds; an earlier time than the book's changes nothing.</param>
    public void Advance(long eventTime)
    {
        EventTime = Math.Max(EventTime, eventTime);
        _seenTrips.Advance(EventTime);
        _seenPackages.Advance(EventTime);
    }

    /// <summary>Closes the trips that have left; what they carry is on its way and leaves the book with them.</summary>
    /// <returns>The closed trips.</returns>
    public IReadOnlyList<OpenTrip> Depart()
    {
        List<OpenTrip> left = [];
        while (_departures.TryPeek(out string? id, out long leavesAt) && leavesAt <= EventTime)
        {
            _departures.Dequeue();
            if (_trips.Remove(id, out OpenTrip? trip))
            {
                left.Add(trip);
                foreach (string package in Unload(id))
                {
                    _carried.Remove(package);
                }
            }
        }

        return left;
    }

    /// <summary>Ends the packages whose deadline has passed.</summary>
    /// <returns>The ended packages, earliest deadline first.</returns>
    public IReadOnlyList<WaitingPackage> Expire()
    {
        List<WaitingPackage> ended = [];
        while (_deadlines.TryPeek(out string? id, out long deadline) && deadline <= EventTime)
        {
            _deadlines.Dequeue();
            if (_waiting.Remove(id, out WaitingPackage? package))
            {
                ended.Add(package);
            }
        }

        return ended;
    }

    /// <summary>Notes that a trip's room changed.</summary>
    /// <param name="trip">The trip.</param>
    internal void Touch(OpenTrip trip)
    {
        if (trip.Touch())
        {
            _changes.Add(trip);
        }
    }

    /// <summary>Records that a trip carries a package, whose room was taken before.</summary>
    /// <param name="waiting">The package.</param>
    /// <param name="trip">Trip id.</param>
    /// <param name="addedMetres">Added driving.</param>
    /// <param name="fence">Token of the claim.</param>
    internal void Carry(WaitingPackage waiting, string trip, double addedMetres, long fence)
    {
        string id = waiting.Package.Id;
        _waiting.Remove(id);
        _carried[id] = new Carriage(waiting, trip, addedMetres, fence);
        if (!_aboard.TryGetValue(trip, out List<string>? aboard))
        {
            _aboard.Add(trip, aboard = []);
        }

        aboard.Add(id);
    }

    /// <summary>Takes a package out that somebody else's trip carries, or that ended elsewhere.</summary>
    /// <param name="waiting">The package.</param>
    internal void Forget(WaitingPackage waiting) => _waiting.Remove(waiting.Package.Id);

    /// <summary>Withdraws a trip: its packages wait again.</summary>
    /// <param name="id">Trip id.</param>
    /// <param name="trip">The trip, when it was open.</param>
    /// <returns>The packages it carried.</returns>
    public IReadOnlyList<Carriage> WithdrawTrip(string id, out OpenTrip? trip)
    {
        if (!_trips.Remove(id, out trip))
        {
            return [];
        }

        trip.Withdraw();
        Touch(trip);
        List<Carriage> released = [];
        foreach (string package in Unload(id))
        {
            if (_carried.Remove(package, out Carriage? carriage))
            {
                released.Add(carriage);
                Wait(carriage.Waiting);
            }
        }

        return released;
    }

    /// <summary>Withdraws a package, waiting or carried.</summary>
    /// <param name="id">Package id.</param>
    /// <param name="carriage">Where it was, when a trip carried it.</param>
    /// <returns>The package, or null when the book does not hold it.</returns>
    public WaitingPackage? WithdrawPackage(string id, out Carriage? carriage)
    {
        carriage = null;
        if (_waiting.Remove(id, out WaitingPackage? waiting))
        {
            return waiting;
        }

        if (!_carried.Remove(id, out carriage))
        {
            return null;
        }

        _aboard[carriage.Trip].Remove(id);
        if (_trips.TryGetValue(carriage.Trip, out OpenTrip? trip))
        {
            trip.LetOff(carriage.Waiting.Package.Space, carriage.AddedMetres);
            Touch(trip);
        }

        return carriage.Waiting;
    }

    /// <summary>Repeats an entry of the ledger while the book is rebuilt.</summary>
    /// <param name="entry">A record of topic <c>claims</c>, in the topic's order per package.</param>
    public void Restore(ClaimEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        switch (entry.State)
        {
            case ClaimState.Claimed when entry.Trip is not null && _waiting.TryGetValue(entry.Package, out WaitingPackage? waiting):
                double added = entry.AddedMetres ?? 0;
                if (_trips.TryGetValue(entry.Trip, out OpenTrip? trip))
                {
                    trip.Take(waiting.Package.Space, added);
                    Touch(trip);
                }

                Carry(waiting, entry.Trip, added, entry.Fence ?? 0);
                break;
            case ClaimState.Expired or ClaimState.Withdrawn:
                WithdrawPackage(entry.Package, out _);
                break;
            case ClaimState.Released when _carried.TryGetValue(entry.Package, out Carriage? carriage) && carriage.Trip == entry.Trip:
                // A repeated batch tells again of a release after the claim that followed it: that one stands.
                _carried.Remove(entry.Package);
                _aboard[carriage.Trip].Remove(entry.Package);
                Wait(carriage.Waiting);
                break;
        }
    }

    /// <summary>Repeats an entry of topic <c>unmatched</c> while the book is rebuilt, after the ledger; ends are in the ledger too and change nothing here.</summary>
    /// <param name="entry">A record, in the topic's order per package.</param>
    public void Restore(UnmatchedEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        WaitingPackage? waiting = _carried.TryGetValue(entry.Package, out Carriage? carriage)
            ? carriage.Waiting // it keeps what it waited should its trip be withdrawn
            : _waiting.GetValueOrDefault(entry.Package);
        waiting?.Explain(entry.Reason, entry.Batch);
    }

    /// <summary>Ends a rebuild: packages whose trips have left meanwhile leave the book.</summary>
    public void Restored()
    {
        foreach (string trip in _aboard.Keys.Where(id => !_trips.ContainsKey(id)).ToArray())
        {
            foreach (string package in Unload(trip))
            {
                _carried.Remove(package);
            }
        }
    }

    private void Wait(WaitingPackage waiting)
    {
        _waiting.Add(waiting.Package.Id, waiting);
        _deadlines.Enqueue(waiting.Package.Id, waiting.Package.Deadline);
    }

    private List<string> Unload(string trip) => _aboard.Remove(trip, out List<string>? aboard) ? aboard : [];
}
