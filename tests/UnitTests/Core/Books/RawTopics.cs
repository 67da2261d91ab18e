using System.Text;
using System.Text.Json;
using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.Books;

/// <summary>Topics of one partition each, read into a recount byte by byte as they are written.</summary>
internal sealed class RawTopics
{
    private readonly Dictionary<string, long> _ends = [];

    public Recount Recount { get; } = new(new MatchingSettings(), Ledger.Now);

    public void Write(string topic, string key, byte[]? value)
    {
        long offset = _ends.GetValueOrDefault(topic);
        _ends[topic] = offset + 1;
        Recount.Read(new Arrival(topic, 0, offset, Ledger.Now, Ledger.Now), Encoding.UTF8.GetBytes(key), value);
    }

    public void Write(MatchEvent match) =>
        Write(Topics.Matches, match.Package, JsonSerializer.SerializeToUtf8Bytes(match, EventJson.Default.MatchEvent));

    public void Write(ClaimEvent claim) =>
        Write(Topics.Claims, claim.Package, JsonSerializer.SerializeToUtf8Bytes(claim, EventJson.Default.ClaimEvent));

    public void Write(UnmatchedEvent unmatched) =>
        Write(Topics.Unmatched, unmatched.Package, JsonSerializer.SerializeToUtf8Bytes(unmatched, EventJson.Default.UnmatchedEvent));

    public void Write(DeadLetterEvent letter) =>
        Write(Topics.DeadLetters, "k", JsonSerializer.SerializeToUtf8Bytes(letter, EventJson.Default.DeadLetterEvent));
}
