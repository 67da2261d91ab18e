using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;
using UnitTests.Core.Matching.Worlds;

namespace UnitTests.Core.Matching;

/// <summary>A batch that a crash interrupted after some of its claims, repeated.</summary>
public sealed class InterruptedBatchTests
{
    private const long Start = SmallWorld.Start;
    private const double KilometresPerDegree = 111.195;

    private static readonly LatLon Goal = new(10, 10);

    private readonly MatchingSettings _settings = new() { Candidates = 1, RadiusMetres = 100_000 };
    private readonly ReferenceClaimStore _store = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // With one candidate each, b and x turn to t1 when t0 is full, and x must lose there though b has had its claim all along:
    // were t1 found full by the search, x would turn to t3 at once and take it from y.
    [Fact]
    public async Task A_claim_not_met_yet_weighs_nothing_so_the_rest_chooses_as_before()
    {
        BatchOutcome undisturbed = await Matcher(Contended(), new ReferenceClaimStore()).MatchAsync(0, Cancel);
        Saboteur saboteur = new();
        saboteur.StrikeAfter(3);
        await Assert.ThrowsAsync<CrashException>(() => Matcher(Contended(), new CrashingClaimStore(_store, saboteur)).MatchAsync(0, Cancel));
        Assert.Equal(["a t1", "b t1", "z t0"], (await _store.StandingAsync(["a", "b", "x", "y", "z"], Cancel)).Select(c => $"{c.Package} {c.Trip}"));

        BatchOutcome repeated = await Matcher(Contended(), _store).MatchAsync(0, Cancel);

        Assert.Equal(["z t0 1", "a t1 2", "b t1 3", "y t3 4"], undisturbed.Matches.Select(Text));
        Assert.Equal(undisturbed.Matches.Select(Text), repeated.Matches.Select(Text));
        Assert.Equal(undisturbed.Unmatched, repeated.Unmatched);
    }

    [Fact]
    public async Task A_claim_that_the_batch_does_not_come_to_is_adopted_and_weighs()
    {
        OrderBook book = Contended();
        await _store.ClaimAsync([new ClaimRequest("y", "t1", 1, 5, 2, 1_000, 9)], Cancel);

        BatchOutcome outcome = await Matcher(book, _store, _settings with { RadiusMetres = 100 }).MatchAsync(0, Cancel);

        Assert.Equal(["y t1 1"], outcome.Matches.Select(Text));
        Assert.True(book.TryGetTrip("t1", out OpenTrip? trip));
        Assert.Equal(1, trip.SpaceLeft);
        Assert.DoesNotContain(outcome.Unmatched, waiting => waiting.Package == "y");
        Assert.DoesNotContain((await Matcher(book, _store).MatchAsync(1, Cancel)).Matches, match => match.Pairing.Candidate.Package.Package.Id == "y");
    }

    [Fact]
    public async Task A_claim_of_a_trip_that_is_not_in_the_book_takes_the_package_out()
    {
        OrderBook book = Contended();
        await _store.ClaimAsync([new ClaimRequest("y", "elsewhere", 1, 5, 2, 1_000, 9)], Cancel);

        BatchOutcome outcome = await Matcher(book, _store).MatchAsync(0, Cancel);

        Assert.DoesNotContain(book.Waiting, package => package.Package.Id == "y");
        Assert.DoesNotContain(outcome.Matches, match => match.Pairing.Candidate.Package.Package.Id == "y");
        Assert.DoesNotContain(outcome.Unmatched, waiting => waiting.Package == "y");
    }

    [Fact]
    public async Task Another_choice_than_the_claim_s_gives_way_to_the_claim()
    {
        OrderBook book = Contended();
        await _store.ClaimAsync([new ClaimRequest("z", "t3", 1, 5, 1, 1_000, 9)], Cancel);

        BatchOutcome outcome = await Matcher(book, _store).MatchAsync(0, Cancel);

        Assert.Contains("z t3 1", outcome.Matches.Select(Text));
        Assert.True(book.TryGetTrip("t3", out OpenTrip? trip));
        Assert.Equal(0, trip.SpaceLeft);
        Assert.Equal(outcome.Matches.Count, outcome.Matches.DistinctBy(match => match.Fence).Count());
    }

    [Fact]
    public async Task Reasons_name_their_batch_and_are_told_when_they_change()
    {
        BatchMatcher matcher = Matcher(Contended(), _store);

        Assert.Equal([new UnmatchedEvent("x", UnmatchedReason.NoSpace, Start, Start + 100, 7)], (await matcher.MatchAsync(7, Cancel)).Unmatched);
        Assert.Equal([UnmatchedReason.NoCandidate], (await matcher.MatchAsync(8, Cancel)).Unmatched.Select(waiting => waiting.Reason));
        Assert.Empty((await matcher.MatchAsync(9, Cancel)).Unmatched);
    }

    private static string Text(Match match) => $"{match.Pairing.Candidate.Package.Package.Id} {match.Pairing.Candidate.Trip.Trip.Id} {match.Fence}";

    private static BatchMatcher Matcher(OrderBook book, IClaimStore store, MatchingSettings? settings = null) =>
        new(settings ?? new MatchingSettings { Candidates = 1 }, book, new NoSearch(), store);

    private OrderBook Contended()
    {
        OrderBook book = new(_settings);
        int place = 0;
        foreach ((string id, double east, double north, int space) in new[] { ("t0", 0d, 0d, 1), ("t1", 7, 0, 2), ("t3", -5, 0, 1) })
        {
            book.Admit(new Trip(id, Start + 10, Start + 20, space, 5, At(east, north), Goal, 1_000_000, 1), place++);
        }

        foreach ((string id, double east, double north) in new[] { ("z", 0d, -1d), ("a", 7, -1.1), ("b", 3.4, 0), ("x", 2, 0), ("y", -2.4, 8) })
        {
            book.Admit(new Package(id, Start, Start + 100, 1, 1, At(east, north), Goal, 1), place++);
        }

        return book;
    }

    private static LatLon At(double eastKilometres, double northKilometres) => new(northKilometres / KilometresPerDegree, eastKilometres / KilometresPerDegree);
}
