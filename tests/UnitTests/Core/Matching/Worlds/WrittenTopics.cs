using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Names;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>The result topics, as lists.</summary>
/// <param name="isTimed">Whether the wall clock goes on with each entry; between several matchers the order of entries is not that of their claims.</param>
internal sealed class WrittenTopics(bool isTimed = true)
{
    private long _now;

    public List<ClaimEvent> Ledger { get; } = [];

    public List<MatchEvent> Matches { get; } = [];

    public List<UnmatchedEvent> Unmatched { get; } = [];

    public List<DeadLetterEvent> DeadLetters { get; } = [];

    /// <summary>The wall clock.</summary>
    public long Now() => isTimed ? ++_now : _now;

    /// <summary>The books of a world and these topics.</summary>
    public RecountResult Recount(SmallWorld world)
    {
        Recount recount = new(world.Settings, SmallWorld.Now);
        foreach (Posted posted in world.Records)
        {
            OrderRecord record = posted.ToRecord();
            recount.Read(
                new Arrival(posted.IsTrip ? Topics.Trips : Topics.Packages, posted.Partition, posted.Offset, posted.Timestamp, null),
                record.Key.ToArray(),
                record.Value?.ToArray());
        }

        Ledger.ForEach(recount.Claim);
        Matches.ForEach(recount.Match);
        Unmatched.ForEach(recount.Unmatched);
        DeadLetters.ForEach(recount.DeadLetter);
        return recount.Result();
    }
}
