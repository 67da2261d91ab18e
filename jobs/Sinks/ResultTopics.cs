using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Sinks;

/// <summary>Writes a batch's results; a batch repeated writes the same records again under the same keys.</summary>
/// <param name="writer">Kafka.</param>
/// <param name="clock">The wall clock.</param>
internal sealed class ResultTopics(RecordWriter writer, TimeProvider clock)
{
    /// <summary>Writes everything and waits until the brokers have it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="intake">What its records became.</param>
    /// <param name="expired">Packages that ended at their deadline.</param>
    /// <param name="matches">Packages that found a trip.</param>
    /// <param name="unmatched">Packages whose reason for waiting is new.</param>
    /// <param name="cancel">Stops waiting; the batch then counts as failed and is repeated.</param>
    public void Write(
        long batch,
        IntakeOutcome intake,
        IReadOnlyList<WaitingPackage> expired,
        IReadOnlyList<Match> matches,
        IReadOnlyList<UnmatchedEvent> unmatched,
        CancellationToken cancel)
    {
        long now = clock.GetUtcNow().ToUnixTimeMilliseconds();

        // The ledger first: what it does not know, a rebuilt store would give away again.
        foreach (Carriage carriage in intake.Released)
        {
            Claim(Of(carriage.Waiting, carriage.Trip, ClaimState.Released, carriage.Fence, carriage.AddedMetres, now, batch));
        }

        End(intake.WithdrawnPackages, ClaimState.Withdrawn, UnmatchedReason.Withdrawn, now, batch);
        End(expired, ClaimState.Expired, UnmatchedReason.Expired, now, batch);
        foreach ((Pairing pairing, long fence) in matches)
        {
            Candidate candidate = pairing.Candidate;
            Claim(Of(candidate.Package, candidate.Trip.Trip.Id, ClaimState.Claimed, fence, candidate.AddedMetres, now, batch));
        }

        writer.Flush(cancel);
        foreach (Match match in matches)
        {
            MatchEvent matched = Of(match, now, batch);
            Write(Topics.Matches, matched.Package, matched, EventJson.Default.MatchEvent);
        }

        foreach (UnmatchedEvent waiting in unmatched)
        {
            Unmatched(waiting);
        }

        foreach ((ReadOnlyMemory<byte> key, DeadLetterEvent letter) in intake.DeadLetters)
        {
            writer.Write(Topics.DeadLetters, key.IsEmpty ? null : key.ToArray(), JsonSerializer.SerializeToUtf8Bytes(letter, EventJson.Default.DeadLetterEvent));
        }

        writer.Flush(cancel);
    }

    private static ClaimEvent Of(
        WaitingPackage package, string trip, ClaimState state, long fence, double addedMetres, long now, long batch) =>
        new(package.Package.Id, trip, state, package.Package.Space, fence, now, batch, addedMetres);

    private static MatchEvent Of(in Match match, long now, long batch)
    {
        Candidate candidate = match.Pairing.Candidate;
        return new MatchEvent(
            candidate.Package.Package.Id,
            candidate.Trip.Trip.Id,
            candidate.PickupMetres,
            candidate.DropoffMetres,
            candidate.AddedMetres,
            candidate.Package.Package.Space,
            match.Pairing.Rank,
            match.Fence,
            now,
            batch);
    }

    private void End(IEnumerable<WaitingPackage> ended, ClaimState state, UnmatchedReason reason, long now, long batch)
    {
        foreach (WaitingPackage waiting in ended)
        {
            Claim(new ClaimEvent(waiting.Package.Id, Trip: null, state, Space: null, Fence: null, now, batch, AddedMetres: null));
            Unmatched(new UnmatchedEvent(waiting.Package.Id, reason, waiting.Package.ReadyAt, waiting.Package.Deadline, batch));
        }
    }

    private void Claim(ClaimEvent entry) => Write(Topics.Claims, entry.Package, entry, EventJson.Default.ClaimEvent);

    private void Unmatched(UnmatchedEvent waiting) => Write(Topics.Unmatched, waiting.Package, waiting, EventJson.Default.UnmatchedEvent);

    private void Write<T>(string topic, string key, T value, JsonTypeInfo<T> json) =>
        writer.Write(topic, key, JsonSerializer.SerializeToUtf8Bytes(value, json));
}
