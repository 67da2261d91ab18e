using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>Gives each waiting package at most one trip, and no trip more than it has room for.</summary>
/// <remarks>waiting packages → search near → assign → claim → losers take their next candidate → look everywhere for the rest</remarks>
/// <param name="settings">Rules and limits; a search place left open means the book.</param>
/// <param name="book">The book; matched packages leave its waiting list.</param>
/// <param name="search">Finds trips near packages when they are many; the few are looked for in the book.</param>
/// <param name="claims">Decides between matchers.</param>
public sealed class BatchMatcher(MatchingSettings settings, OrderBook book, ICandidateSearch search, IClaimStore claims)
{
    /// <summary>Searches per batch; who is still on the way then goes on in the next one.</summary>
    private const int MaxPasses = 6;

    /// <summary>Pairs of packages and trips up to which looking in the book is quicker than starting a search.</summary>
    private const long FewPairs = 20_000_000;

    private readonly IAssignment _assignment = Assignments.For(settings);
    private InterruptedClaims? _interrupted;

    /// <summary>Matches the book's waiting packages with its open trips.</summary>
    /// <param name="batch">The batch's number; the same again when a crash interrupted it.</param>
    /// <param name="cancel">Stops between two steps; claims made so far stay valid and are found again when the batch is repeated.</param>
    /// <returns>What it brought.</returns>
    public async Task<BatchOutcome> MatchAsync(long batch, CancellationToken cancel)
    {
        // Only the first batch after a start can be a repeated one.
        _interrupted ??= await InterruptedClaims.ReadAsync(book, claims, cancel).ConfigureAwait(false);

        // In the order of the topics, not of a hash table: a repeated batch must make the same choices.
        List<WaitingPackage> seeking = [.. book.Waiting.OrderBy(p => p.Handle)];
        seeking.ForEach(p => p.Seek(batch));
        Dictionary<WaitingPackage, UnmatchedReason> reasons = seeking.ToDictionary(p => p, _ => UnmatchedReason.NoCandidate);
        BookSearch everywhere = new(book, _assignment, settings);
        List<Match> matches = [];
        HashSet<OpenTrip> told = [];
        int conflicts = 0, passes = 0, pairs = 0;
        while (seeking.Count > 0 && book.OpenTrips.Count > 0 && passes < MaxPasses)
        {
            double near = passes == 0 && settings.Search == SearchPlace.Spark && (long)seeking.Count * book.OpenTrips.Count > FewPairs
                ? NearLimit.Of(seeking, everywhere, _assignment)
                : double.PositiveInfinity;
            bool isNear = double.IsFinite(near);
            IReadOnlyList<Candidate> candidates = isNear
                ? await search.FindAsync(seeking, near, cancel).ConfigureAwait(false)
                : everywhere.Find(seeking, cancel);
            passes++;
            pairs += candidates.Count;
            Dictionary<WaitingPackage, int> found = candidates.CountBy(c => c.Package).ToDictionary();
            foreach (WaitingPackage package in found.Keys.Where(p => reasons[p] == UnmatchedReason.NoCandidate))
            {
                reasons[package] = UnmatchedReason.NoSpace;
            }

            conflicts += await ClaimAsync(candidates, matches, reasons, told, cancel).ConfigureAwait(false);
            seeking.RemoveAll(p => !reasons.ContainsKey(p) || (!isNear && found.GetValueOrDefault(p) < settings.Candidates));
        }

        foreach ((WaitingPackage package, StandingClaim claim) in _interrupted.Ahead)
        {
            _interrupted.Meet(package);
            Adopt(package, claim.Trip, claim.Fence, loadIsKnown: false, matches);
            reasons.Remove(package);
        }

        return new BatchOutcome(matches, Explain(reasons, batch), conflicts, passes, pairs);
    }

    /// <summary>Claims the chosen pairs, and again for those who lost or found room that others had to leave, until no claim is refused.</summary>
    /// <remarks>Notes in <c>told</c> the trips whose whole load the store has told in this batch.</remarks>
    /// <returns>Claims refused.</returns>
    private async Task<int> ClaimAsync(
        IReadOnlyList<Candidate> candidates,
        List<Match> matches,
        Dictionary<WaitingPackage, UnmatchedReason> reasons,
        HashSet<OpenTrip> told,
        CancellationToken cancel)
    {
        int conflicts = 0;
        while (candidates.Count > 0)
        {
            IReadOnlyList<Pairing> chosen = _assignment.Assign(candidates);
            IReadOnlyList<ClaimResult> answers = await claims.ClaimAsync([.. chosen.Select(Wish)], cancel).ConfigureAwait(false);
            HashSet<(WaitingPackage, OpenTrip)> refused = [];
            for (int i = 0; i < chosen.Count; i++)
            {
                Candidate candidate = chosen[i].Candidate;
                ClaimResult answer = answers[i];

                // Each answer tells the trip's whole load so far, other matchers' claims included: the last one holds.
                bool isMet = _interrupted!.Meet(candidate.Package);
                (int space, double added, int carried) = _interrupted.WithoutAhead(candidate.Trip, answer);
                candidate.Trip.Agree(space, added, carried);
                told.Add(candidate.Trip);
                book.Touch(candidate.Trip);
                if (answer.Outcome == ClaimOutcome.Claimed)
                {
                    Accept(chosen[i], answer.Fence, matches);
                    reasons.Remove(candidate.Package);
                    continue;
                }

                refused.Add((candidate.Package, candidate.Trip));
                if (answer.Outcome == ClaimOutcome.ClaimedElsewhere)
                {
                    bool loadIsKnown = !isMet && book.TryGetTrip(answer.Trip!, out OpenTrip? other) && told.Contains(other);
                    Adopt(candidate.Package, answer.Trip!, answer.Fence, loadIsKnown, matches);
                    reasons.Remove(candidate.Package);
                }
                else
                {
                    reasons[candidate.Package] = UnmatchedReason.LostRace;
                }
            }

            conflicts += refused.Count;
            candidates = refused.Count == 0
                ? []
                : [.. candidates.Where(c => reasons.ContainsKey(c.Package) && !refused.Contains((c.Package, c.Trip)))];
        }

        return conflicts;
    }

    private void Accept(in Pairing pairing, long fence, List<Match> matches)
    {
        Candidate candidate = pairing.Candidate;
        book.Carry(candidate.Package, candidate.Trip.Trip.Id, candidate.AddedMetres, fence);
        matches.Add(new Match(pairing, fence));
    }

    /// <summary>Follows a claim that the store knows and the book does not.</summary>
    private void Adopt(WaitingPackage package, string tripId, long fence, bool loadIsKnown, List<Match> matches)
    {
        if (!book.TryGetTrip(tripId, out OpenTrip? trip))
        {
            book.Forget(package); // another matcher's trip: that matcher publishes it
            return;
        }

        Candidate candidate = new(package, trip, trip.Route.PickupMetres(package.Route), trip.Route.DropoffMetres(package.Route));
        if (!loadIsKnown)
        {
            trip.Take(package.Package.Space, candidate.AddedMetres);
            book.Touch(trip);
        }

        Accept(new Pairing(candidate, Rank: 1), fence, matches);
    }

    private ClaimRequest Wish(Pairing pairing)
    {
        Candidate candidate = pairing.Candidate;
        return new ClaimRequest(
            candidate.Package.Package.Id,
            candidate.Trip.Trip.Id,
            candidate.Package.Package.Space,
            candidate.AddedMetres,
            settings.CheckSpace ? candidate.Trip.Trip.Space : int.MaxValue,
            settings.CheckDetour ? candidate.Trip.Trip.DetourMetres : double.MaxValue,
            settings.PackagesPerTrip);
    }

    private static List<UnmatchedEvent> Explain(Dictionary<WaitingPackage, UnmatchedReason> reasons, long batch) =>
    [
        .. reasons
            .Where(one => one.Key.Explain(one.Value, batch))
            .Select(one => new UnmatchedEvent(one.Key.Package.Id, one.Value, one.Key.Package.ReadyAt, one.Key.Package.Deadline, batch)),
    ];
}
