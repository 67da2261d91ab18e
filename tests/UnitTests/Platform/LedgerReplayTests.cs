using SpecialDelivery.Core.Events;
using SpecialDelivery.Platform.Redis;

namespace UnitTests.Platform;

public sealed class LedgerReplayTests
{
    [Fact]
    public void The_last_word_on_a_package_counts()
    {
        LedgerReplay replay = Replay(
            Claim("p1", "t1", 1), Claim("p2", "t1", 2), Claim("p3", "t2", 3), Event("p2", ClaimState.Withdrawn), Event("p4", ClaimState.Expired));
        Assert.Equal(["p1 t1 1 5 1500000", "p2 !", "p3 t2 3 5 1500000", "p4 !"], Fields(replay.Packages()));
        Assert.Equal(["t1 5 1500000 1", "t2 5 1500000 1"], Fields(replay.Trips()));
        Assert.Equal((5, 3, 2, 2), (replay.Events, replay.HighestFence, replay.Claimed, replay.Ended));
    }

    [Fact]
    public void A_released_package_is_free_and_its_trip_closed()
    {
        LedgerReplay replay = Replay(Claim("p1", "t1", 1), Event("p1", ClaimState.Released, "t1"), Claim("p1", "t2", 2));
        Assert.Equal(["p1 t2 2 5 1500000"], Fields(replay.Packages()));
        Assert.Equal(["t1 !", "t2 5 1500000 1"], Fields(replay.Trips()));
    }

    [Fact]
    public void A_release_told_again_after_the_next_claim_takes_nothing_back()
    {
        LedgerReplay replay = Replay(
            Claim("p1", "t1", 1), Event("p1", ClaimState.Released, "t1"), Claim("p1", "t2", 2), Event("p1", ClaimState.Released, "t1"));
        Assert.Equal(["p1 t2 2 5 1500000"], Fields(replay.Packages()));
        Assert.Equal(["t1 !", "t2 5 1500000 1"], Fields(replay.Trips()));
    }

    [Fact]
    public void A_claim_written_twice_counts_once() =>
        Assert.Equal(["t1 5 1500000 1"], Fields(Replay(Claim("p1", "t1", 1), Claim("p1", "t1", 1)).Trips()));

    [Fact]
    public void The_fence_counts_even_when_its_claim_is_gone() =>
        Assert.Equal(9, Replay(Claim("p1", "t1", 9), Event("p1", ClaimState.Released, "t1")).HighestFence);

    [Fact]
    public void A_claim_without_its_numbers_stops_the_rebuild()
    {
        FormatException fault = Assert.Throws<FormatException>(() => Replay(Claim("p1", "t1", 1) with { AddedMetres = null }));
        Assert.Contains("'p1'", fault.Message, StringComparison.Ordinal);
    }

    private static ClaimEvent Claim(string package, string trip, long fence) => new(package, trip, ClaimState.Claimed, 5, fence, 0, 0, 1.5);

    private static ClaimEvent Event(string package, ClaimState state, string? trip = null) => new(package, trip, state, null, null, 0, 0, null);

    private static LedgerReplay Replay(params ClaimEvent[] events)
    {
        LedgerReplay replay = new();
        foreach (ClaimEvent entry in events)
        {
            replay.Add(entry);
        }

        return replay;
    }

    private static IEnumerable<string> Fields(IEnumerable<KeyValuePair<string, string>> fields) =>
        fields.Select(field => $"{field.Key} {field.Value}").Order(StringComparer.Ordinal);
}
