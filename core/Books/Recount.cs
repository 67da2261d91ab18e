using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Books;

/// <summary>Recounts the books of the matching job from its topics alone, without the job's code or its store.</summary>
/// <remarks>
/// Feed it every record of the topics, each partition in its order, the topics in any order; when the job has caught up, ask for the
/// result. A record that a repeated batch wrote again is no fault; records that deny each other are. Takes some 400 bytes per order.
/// </remarks>
/// <param name="settings">Settings of the run: which rules counted.</param>
/// <param name="now">Wall clock, unix milliseconds: timestamps far beyond it were clamped.</param>
public sealed class Recount(MatchingSettings settings, long now)
{
    private readonly Dictionary<string, TripAccount> _trips = [];
    private readonly Dictionary<string, PackageAccount> _packages = [];
    private readonly RefusalBook _refusals = new();
    private readonly FaultLog _faults = new();
    private readonly EventClock _clock = new(now + (long)settings.ClockSkew.TotalMilliseconds, now);
    private long _records;
    private long _repeats;
    private long _withdrawals;

    /// <summary>Takes a trip in.</summary>
    /// <param name="arrival">Its record.</param>
    /// <param name="trip">The trip.</param>
    public void Trip(in Arrival arrival, Trip trip)
    {
        ArgumentNullException.ThrowIfNull(trip);
        TripAccount account = TripOf(trip.Id);
        if (IsNew(arrival, account.Trip, trip))
        {
            account.Trip = trip;
        }
    }

    /// <summary>Takes a package in.</summary>
    /// <param name="arrival">Its record.</param>
    /// <param name="package">The package.</param>
    public void Package(in Arrival arrival, Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        PackageAccount account = PackageOf(package.Id);
        if (IsNew(arrival, account.Package, package))
        {
            account.Package = package;
            account.SentAt = arrival.SentAt;
        }
    }

    /// <summary>Takes a trip's tombstone in.</summary>
    /// <param name="arrival">Its record.</param>
    /// <param name="id">Trip id.</param>
    public void WithdrawTrip(in Arrival arrival, string id)
    {
        CountWithdrawal(arrival);
        if (_trips.TryGetValue(id, out TripAccount? account))
        {
            account.IsWithdrawn |= account.Trip is not null;
        }
    }

    /// <summary>Takes a package's tombstone in.</summary>
    /// <param name="arrival">Its record.</param>
    /// <param name="id">Package id.</param>
    public void WithdrawPackage(in Arrival arrival, string id)
    {
        CountWithdrawal(arrival);
        if (_packages.TryGetValue(id, out PackageAccount? account))
        {
            account.IsWithdrawn |= account.Package is not null;
        }
    }

    /// <summary>Takes an input record in that is neither order nor tombstone.</summary>
    /// <param name="arrival">The record.</param>
    /// <param name="reason">Why not.</param>
    public void Refuse(in Arrival arrival, DeadLetterReason reason)
    {
        _records++;
        _clock.Note(arrival.Timestamp, isGood: false);
        _refusals.Refuse(arrival, reason);
    }

    /// <summary>Takes a record of topic <c>matches</c> in.</summary>
    /// <param name="match">The match.</param>
    public void Match(MatchEvent match)
    {
        ArgumentNullException.ThrowIfNull(match);
        MatchEntry entry = new(
            TripOf(match.Trip), match.Fence, match.PickupMetres, match.DropoffMetres, match.AddedMetres, match.Space, match.MatchedAt);
        if (PackageOf(match.Package).Add(entry) is { } known && (known.Space != entry.Space || !Detour.IsSame(known.AddedMetres, entry.AddedMetres)))
        {
            _faults.Add(RecountFault.Contradiction, $"package {match.Package} with trip {match.Trip} (fence {match.Fence}) has two matches that differ");
        }
    }

    /// <summary>Takes a record of topic <c>claims</c> in.</summary>
    /// <param name="claim">The entry.</param>
    public void Claim(ClaimEvent claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        LedgerEntry entry = new(
            claim.State, claim.Trip is null ? null : TripOf(claim.Trip), claim.Fence, claim.Space, claim.AddedMetres, claim.At);
        if (PackageOf(claim.Package).Add(entry) is { State: ClaimState.Claimed } known
            && (known.Space != entry.Space || !Detour.IsSame(known.AddedMetres ?? 0, entry.AddedMetres ?? 0)))
        {
            _faults.Add(RecountFault.Contradiction, $"package {claim.Package} with trip {claim.Trip} (fence {claim.Fence}) has two claims that differ");
        }
    }

    /// <summary>Takes a record of topic <c>unmatched</c> in.</summary>
    /// <param name="unmatched">The event.</param>
    public void Unmatched(UnmatchedEvent unmatched)
    {
        ArgumentNullException.ThrowIfNull(unmatched);
        PackageOf(unmatched.Package).Add(unmatched.Reason);
    }

    /// <summary>Takes a record of topic <c>dead_letters</c> in.</summary>
    /// <param name="letter">The dead letter.</param>
    public void DeadLetter(DeadLetterEvent letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        _refusals.Add(letter, _faults);
    }

    /// <summary>Takes note of a record of a result topic that cannot be read.</summary>
    /// <param name="arrival">The record.</param>
    /// <param name="why">What is wrong with it.</param>
    internal void Unreadable(in Arrival arrival, string why) =>
        _faults.Add(RecountFault.Contradiction, $"{arrival.Topic}/{arrival.Partition}@{arrival.Offset} is no record of its topic: {why}");

    /// <summary>Closes the books as of now; more records may follow.</summary>
    /// <returns>The result.</returns>
    public RecountResult Result()
    {
        FaultLog faults = _faults.Copy();
        _refusals.Check(faults);
        Tally tally = new(settings, _clock, faults);
        foreach (PackageAccount account in _packages.Values)
        {
            tally.Add(account);
        }

        LoadCheck.Run(settings, tally.Changes, faults);
        return new RecountResult
        {
            Records = _records,
            Trips = _trips.Values.Count(account => account.Trip is not null),
            Packages = tally.Packages,
            Repeats = _repeats,
            Withdrawals = _withdrawals,
            DeadLetters = _refusals.Letters,
            Matched = tally.Matched,
            Waiting = tally.Waiting,
            Expired = tally.Expired,
            Withdrawn = tally.Withdrawn,
            DoubleBookings = faults[RecountFault.DoubleBooking],
            SpaceOverruns = faults[RecountFault.SpaceOverrun],
            DetourOverruns = faults[RecountFault.DetourOverrun],
            IllegalMatches = faults[RecountFault.IllegalMatch],
            EndedTwice = faults[RecountFault.EndedTwice],
            Lost = faults[RecountFault.Lost],
            Contradictions = faults[RecountFault.Contradiction],
            MeanAddedKilometres = tally.AddedKilometres.Mean,
            P95AddedKilometres = tally.AddedKilometres.Quantile(0.95),
            P50TimeToMatchMilliseconds = tally.TimeToMatchMilliseconds.Quantile(0.5),
            P95TimeToMatchMilliseconds = tally.TimeToMatchMilliseconds.Quantile(0.95),
            Faults = faults.Sentences,
        };
    }

    private bool IsNew<T>(in Arrival arrival, T? known, T order)
        where T : class, IEquatable<T>
    {
        if (known is not null && !known.Equals(order))
        {
            Refuse(arrival, DeadLetterReason.Duplicate);
            return false;
        }

        _records++;
        _clock.Note(arrival.Timestamp, isGood: true);
        _repeats += known is null ? 0 : 1;
        return known is null;
    }

    private void CountWithdrawal(in Arrival arrival)
    {
        _records++;
        _withdrawals++;
        _clock.Note(arrival.Timestamp, isGood: false);
    }

    private TripAccount TripOf(string id)
    {
        if (!_trips.TryGetValue(id, out TripAccount? account))
        {
            _trips.Add(id, account = new TripAccount(id));
        }

        return account;
    }

    private PackageAccount PackageOf(string id)
    {
        if (!_packages.TryGetValue(id, out PackageAccount? account))
        {
            _packages.Add(id, account = new PackageAccount(id));
        }

        return account;
    }
}
