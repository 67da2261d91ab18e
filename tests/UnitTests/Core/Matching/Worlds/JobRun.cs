using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Matching;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>The matching job without its servers: the same book, the same order of steps, topics that are lists.</summary>
/// <param name="world">What is posted.</param>
/// <param name="claims">The arbiter.</param>
/// <param name="topics">Receives the results.</param>
/// <param name="saboteur">May end it before any write.</param>
internal sealed class JobRun(SmallWorld world, IClaimStore claims, WrittenTopics topics, Saboteur saboteur)
{
    private static readonly FixedTime Clock = new(SmallWorld.Now);

    private BatchMatcher _matcher = null!;

    public OrderBook Book { get; private set; } = null!;

    /// <summary>Starts the process: the book is made again from the topics.</summary>
    public void Start(int next)
    {
        Book = new OrderBook(world.Settings);
        BookReplay.Run(Book, Intake(), world.Batches.Take(next).SelectMany(b => b).Select(r => r.ToRecord()), topics.Ledger, topics.Unmatched, next);
        _matcher = new BatchMatcher(world.Settings, Book, new NoSearch(), claims);
    }

    /// <summary>Runs a batch.</summary>
    public async Task<BatchOutcome> BatchAsync(int batch, CancellationToken cancel)
    {
        OrderIntake intake = Intake();
        foreach (Posted posted in world.Batches[batch].OrderBy(r => !r.IsTrip).ThenBy(r => r.Partition).ThenBy(r => r.Offset))
        {
            intake.Take(posted.ToRecord());
        }

        Book.Advance(intake.Outcome.EventTime);
        Book.Depart();
        IReadOnlyList<WaitingPackage> overdue = Book.Expire();
        foreach ((string trip, IReadOnlyList<string> packages) in intake.Outcome.WithdrawnTrips)
        {
            await claims.WithdrawTripAsync(trip, packages, cancel);
        }

        await claims.EndAsync([.. intake.Outcome.WithdrawnPackages.Select(p => p.Package.Id)], cancel);
        IReadOnlyList<StandingClaim> carried = await claims.ExpireAsync([.. overdue.Select(p => p.Package.Id)], cancel);
        IReadOnlyList<WaitingPackage> expired = [.. overdue.ExceptBy(carried.Select(claim => claim.Package), p => p.Package.Id)];
        BatchOutcome outcome = await _matcher.MatchAsync(batch, cancel);
        Write(batch, intake.Outcome, expired, outcome);
        return outcome;
    }

    /// <summary>Runs all batches; after each crash it starts again.</summary>
    /// <param name="afterCrash">Told of every crash.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task RunAsync(Action afterCrash, CancellationToken cancel)
    {
        Start(0);
        for (int batch = 0; batch < world.Batches.Count;)
        {
            try
            {
                await BatchAsync(batch, cancel);
                batch++;
            }
            catch (CrashException)
            {
                afterCrash();
                Start(batch);
            }
        }
    }

    private OrderIntake Intake() => new(Book, Clock, world.Settings.ClockSkew);

    private void Write(int batch, IntakeOutcome intake, IReadOnlyList<WaitingPackage> expired, BatchOutcome outcome)
    {
        foreach (Carriage released in intake.Released)
        {
            Claim(released.Waiting, released.Trip, ClaimState.Released, released.Fence, released.AddedMetres);
        }

        End(intake.WithdrawnPackages, ClaimState.Withdrawn, UnmatchedReason.Withdrawn);
        End(expired, ClaimState.Expired, UnmatchedReason.Expired);
        foreach ((Pairing pairing, long fence) in outcome.Matches)
        {
            Claim(pairing.Candidate.Package, pairing.Candidate.Trip.Trip.Id, ClaimState.Claimed, fence, pairing.Candidate.AddedMetres);
        }

        foreach ((Pairing pairing, long fence) in outcome.Matches)
        {
            Candidate pair = pairing.Candidate;
            Add(topics.Matches, new MatchEvent(
                pair.Package.Package.Id, pair.Trip.Trip.Id, pair.PickupMetres, pair.DropoffMetres, pair.AddedMetres, pair.Package.Package.Space, pairing.Rank, fence, topics.Now(), batch));
        }

        foreach (UnmatchedEvent unmatched in outcome.Unmatched)
        {
            Add(topics.Unmatched, unmatched);
        }

        foreach ((_, DeadLetterEvent letter) in intake.DeadLetters)
        {
            Add(topics.DeadLetters, letter);
        }

        void Claim(WaitingPackage package, string trip, ClaimState state, long fence, double added) =>
            Add(topics.Ledger, new ClaimEvent(package.Package.Id, trip, state, package.Package.Space, fence, topics.Now(), batch, added));

        void End(IEnumerable<WaitingPackage> packages, ClaimState state, UnmatchedReason reason)
        {
            foreach (WaitingPackage package in packages)
            {
                Add(topics.Ledger, new ClaimEvent(package.Package.Id, null, state, null, null, topics.Now(), batch, null));
                Add(topics.Unmatched, new UnmatchedEvent(package.Package.Id, reason, package.Package.ReadyAt, package.Package.Deadline, batch));
            }
        }
    }

    private void Add<T>(List<T> topic, T entry)
    {
        saboteur.Step();
        topic.Add(entry);
    }
}
