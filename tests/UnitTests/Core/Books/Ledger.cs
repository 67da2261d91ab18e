using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.Books;

/// <summary>Topics written by hand: two towns, trips t1, t2, … and packages p1, p2, … between them.</summary>
internal sealed class Ledger
{
    public const long Now = 1_700_000_000_000;
    public const long Hour = 3_600_000;

    private static readonly LatLon Start = new(36.68, -121.66);
    private static readonly LatLon Goal = new(37.77, -122.42);
    private readonly Dictionary<string, Trip> _trips = [];
    private readonly Dictionary<string, Package> _packages = [];
    private long _offset;

    public Ledger(MatchingSettings? settings = null)
    {
        Recount = new Recount(settings ?? new MatchingSettings(), Now + Hour);
    }

    public Recount Recount { get; }

    public static Trip NewTrip(string id) =>
        new(id, Now + Hour, Now + (3 * Hour), Space: 10, Review: 4, Start, Goal, DetourMetres: 30_000, Price: 3);

    /// <summary>A package some 1.1 km off at each end.</summary>
    public static Package NewPackage(string id) =>
        new(id, Now, Now + (4 * Hour), Space: 2, LowestReview: 3, new LatLon(36.69, -121.66), new LatLon(37.78, -122.42), LengthMetres: 140_000);

    public Arrival Next(string topic, long? timestamp = null, long? sentAt = null) => new(topic, 0, _offset++, timestamp ?? Now, sentAt);

    public Ledger Post(Trip trip, long? timestamp = null)
    {
        _trips.TryAdd(trip.Id, trip);
        Recount.Trip(Next(Topics.Trips, timestamp), trip);
        return this;
    }

    public Ledger Post(Package package, long? timestamp = null, long? sentAt = null)
    {
        _packages.TryAdd(package.Id, package);
        Recount.Package(Next(Topics.Packages, timestamp, sentAt), package);
        return this;
    }

    public Ledger WithdrawTrip(string id)
    {
        Recount.WithdrawTrip(Next(Topics.Trips), id);
        return this;
    }

    public Ledger WithdrawPackage(string id)
    {
        Recount.WithdrawPackage(Next(Topics.Packages), id);
        return this;
    }

    public MatchEvent MatchOf(string package, string trip, long fence, long at = Now + 500)
    {
        double pickup = GreatCircle.DistanceMetres(_trips[trip].Source, _packages[package].Source);
        double dropoff = GreatCircle.DistanceMetres(_trips[trip].Destination, _packages[package].Destination);
        return new(package, trip, pickup, dropoff, pickup + dropoff, _packages[package].Space, Rank: 1, fence, at, Batch: 0);
    }

    public ClaimEvent ClaimOf(string package, string trip, long fence, ClaimState state = ClaimState.Claimed, long at = Now + 500)
    {
        MatchEvent match = MatchOf(package, trip, fence);
        return new(package, trip, state, match.Space, fence, at, Batch: 0, match.AddedMetres);
    }

    /// <summary>Claim and match as one batch writes them.</summary>
    public Ledger Book(string package, string trip, long fence, long at = Now + 500)
    {
        Recount.Claim(ClaimOf(package, trip, fence, ClaimState.Claimed, at));
        Recount.Match(MatchOf(package, trip, fence, at));
        return this;
    }

    public Ledger Release(string package, string trip, long fence, long at = Now + 600)
    {
        Recount.Claim(ClaimOf(package, trip, fence, ClaimState.Released, at));
        return this;
    }

    /// <summary>Ledger and reason as one batch writes them.</summary>
    public Ledger End(string package, ClaimState state, long at = Now + 700)
    {
        Recount.Claim(new(package, null, state, null, null, at, Batch: 0, null));
        return Say(package, state is ClaimState.Expired ? UnmatchedReason.Expired : UnmatchedReason.Withdrawn);
    }

    public Ledger Say(string package, UnmatchedReason reason)
    {
        Recount.Unmatched(new(package, reason, Now, Now + (4 * Hour), Batch: 0));
        return this;
    }

    public Ledger Refuse(DeadLetterReason reason, bool withLetter = true, DeadLetterReason? letterReason = null)
    {
        Arrival arrival = Next(Topics.Packages);
        Recount.Refuse(arrival, reason);
        return withLetter ? Letter(arrival, letterReason ?? reason) : this;
    }

    public Ledger Letter(in Arrival arrival, DeadLetterReason reason)
    {
        Recount.DeadLetter(new(arrival.Topic, arrival.Partition, arrival.Offset, reason, "", "", "utf-8", Now));
        return this;
    }
}
