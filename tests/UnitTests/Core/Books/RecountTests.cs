using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.Books;

/// <summary>Sound books balance, whatever may rightly happen to them.</summary>
public sealed class RecountTests
{
    [Fact]
    public void Empty_books_balance()
    {
        RecountResult result = new Ledger().Recount.Result();

        AssertBalanced(result);
        Assert.Equal((0, 0, 0), (result.Trips, result.Packages, result.Matched));
        Assert.Null(result.MeanAddedKilometres);
        Assert.Null(result.P95TimeToMatchMilliseconds);
    }

    [Fact]
    public void Every_package_is_counted_where_it_ended()
    {
        Ledger ledger = Mixed();

        RecountResult result = ledger.Recount.Result();

        AssertBalanced(result);
        Assert.Equal((1, 4), (result.Trips, result.Packages));
        Assert.Equal((1, 1, 1, 1), (result.Matched, result.Waiting, result.Expired, result.Withdrawn));
        Assert.Equal((8, 1, 1, 1), (result.Records, result.Repeats, result.Withdrawals, result.DeadLetters));
    }

    [Fact]
    public void A_batch_that_was_written_twice_changes_nothing()
    {
        Ledger once = Mixed();
        Ledger twice = Mixed();
        WriteResults(twice, at: Ledger.Now + 9_000);

        Assert.Equivalent(once.Recount.Result(), twice.Recount.Result(), strict: true);
    }

    [Fact]
    public void The_order_of_the_topics_does_not_matter()
    {
        Ledger ledger = new();
        Trip trip = Ledger.NewTrip("t1");
        Package package = Ledger.NewPackage("p1");
        Ledger source = new Ledger().Post(trip).Post(package);

        ledger.Recount.Match(source.MatchOf("p1", "t1", 7));
        ledger.Recount.Claim(source.ClaimOf("p1", "t1", 7));
        ledger.Post(package).Post(trip);

        AssertBalanced(ledger.Recount.Result());
        Assert.Equal(1, ledger.Recount.Result().Matched);
    }

    [Fact]
    public void A_package_of_a_withdrawn_trip_may_find_another()
    {
        Ledger ledger = new Ledger()
            .Post(Ledger.NewTrip("t1")).Post(Ledger.NewTrip("t2")).Post(Ledger.NewPackage("p1"))
            .Book("p1", "t1", 1).WithdrawTrip("t1").Release("p1", "t1", 1).Book("p1", "t2", 2)
            .Release("p1", "t1", 1).Book("p1", "t2", 2); // the batch again

        RecountResult result = ledger.Recount.Result();

        AssertBalanced(result);
        Assert.Equal(1, result.Matched);
    }

    [Fact]
    public void A_released_package_waits_without_a_new_reason()
    {
        RecountResult result = new Ledger()
            .Post(Ledger.NewTrip("t1")).Post(Ledger.NewPackage("p1"))
            .Book("p1", "t1", 1).WithdrawTrip("t1").Release("p1", "t1", 1)
            .Recount.Result();

        AssertBalanced(result);
        Assert.Equal((0, 1), (result.Matched, result.Waiting));
    }

    [Fact]
    public void Room_that_a_withdrawn_package_gave_back_may_be_taken_again()
    {
        Ledger ledger = new Ledger()
            .Post(Ledger.NewTrip("t1") with { Space = 2 }).Post(Ledger.NewPackage("p1")).Post(Ledger.NewPackage("p2"))
            .Book("p1", "t1", 1, at: 100).WithdrawPackage("p1").End("p1", ClaimState.Withdrawn, at: 200).Book("p2", "t1", 2, at: 200);

        RecountResult result = ledger.Recount.Result();

        AssertBalanced(result);
        Assert.Equal((1, 1), (result.Matched, result.Withdrawn));
    }

    [Fact]
    public void A_batch_cut_off_between_a_claim_and_the_end_that_made_room_for_it()
    {
        Ledger ledger = new Ledger()
            .Post(Ledger.NewTrip("t1") with { Space = 2 }).Post(Ledger.NewPackage("p1")).Post(Ledger.NewPackage("p2"))
            .Book("p1", "t1", 1, at: 100).WithdrawPackage("p1")
            .Book("p2", "t1", 2, at: 200) // the end of p1 was written before, but its partition did not keep it
            .End("p1", ClaimState.Withdrawn, at: 300).Book("p2", "t1", 2, at: 300);

        AssertBalanced(ledger.Recount.Result());
    }

    [Fact]
    public void A_trip_may_be_filled_to_the_last_place()
    {
        Package heavy = Ledger.NewPackage("p1") with { Space = 10 };
        double added = Measure(Ledger.NewTrip("t1"), heavy);

        AssertBalanced(new Ledger().Post(Ledger.NewTrip("t1") with { DetourMetres = added }).Post(heavy).Book("p1", "t1", 1).Recount.Result());
    }

    [Fact]
    public void A_rule_that_is_off_is_not_asked()
    {
        MatchingSettings off = new() { CheckSpace = false, CheckDetour = false, CheckReview = false, CheckWindow = false };
        Trip poor = Ledger.NewTrip("t1") with { Space = 1, DetourMetres = 0, Review = 1, ArrivesAt = Ledger.Now + (9 * Ledger.Hour) };

        AssertBalanced(new Ledger(off).Post(poor).Post(Ledger.NewPackage("p1")).Book("p1", "t1", 1).Recount.Result());
        Assert.False(new Ledger().Post(poor).Post(Ledger.NewPackage("p1")).Book("p1", "t1", 1).Recount.Result().Balanced);
    }

    [Fact]
    public void Figures_come_from_the_raw_orders()
    {
        Ledger ledger = new Ledger().Post(Ledger.NewTrip("t1") with { Space = 100, DetourMetres = 1_000_000 });
        for (int i = 1; i <= 20; i++)
        {
            string id = $"p{i}";
            ledger.Post(Ledger.NewPackage(id) with { Source = new LatLon(36.68 + (0.01 * i), -121.66) }, sentAt: Ledger.Now)
                .Book(id, "t1", i, at: Ledger.Now + (100 * i));
        }

        RecountResult result = ledger.Recount.Result();

        AssertBalanced(result);
        double kilometrePerHundredth = GreatCircle.EarthRadiusMetres * Math.PI / 180 / 100_000;
        Assert.Equal((1 + 10.5) * kilometrePerHundredth, result.MeanAddedKilometres!.Value, 6);
        Assert.Equal((1 + 19) * kilometrePerHundredth, result.P95AddedKilometres!.Value, 6);
        Assert.Equal((1_000, 1_900), (result.P50TimeToMatchMilliseconds, result.P95TimeToMatchMilliseconds));
    }

    [Fact]
    public void The_time_to_match_ends_with_the_first_match()
    {
        Ledger ledger = new Ledger()
            .Post(Ledger.NewTrip("t1")).Post(Ledger.NewPackage("p1"), sentAt: Ledger.Now)
            .Book("p1", "t1", 1, at: Ledger.Now + 40).Book("p1", "t1", 1, at: Ledger.Now + 90);

        Assert.Equal(40, ledger.Recount.Result().P50TimeToMatchMilliseconds);
    }

    [Fact]
    public void A_timestamp_from_the_far_future_ends_nothing()
    {
        Ledger ledger = new Ledger()
            .Post(Ledger.NewPackage("p1")).Say("p1", UnmatchedReason.NoCandidate)
            .Post(Ledger.NewPackage("p2"), timestamp: long.MaxValue).Say("p2", UnmatchedReason.NoCandidate);

        RecountResult result = ledger.Recount.Result();

        AssertBalanced(result);
        Assert.Equal(2, result.Waiting);
    }

    [Fact]
    public void Raw_records_of_all_topics_are_read()
    {
        Ledger source = new Ledger().Post(Ledger.NewTrip("t1")).Post(Ledger.NewPackage("p1"));
        RawTopics topics = new();
        topics.Write(Topics.Trips, "t1", Orders.RandomOrders.Json(Ledger.NewTrip("t1")));
        topics.Write(Topics.Packages, "p1", Orders.RandomOrders.Json(Ledger.NewPackage("p1")));
        topics.Write(Topics.Packages, "p2", Orders.RandomOrders.Json(Ledger.NewPackage("p2")));
        topics.Write(Topics.Packages, "p2", null);
        topics.Write(Topics.Packages, "a b", null);
        topics.Write(Topics.Packages, "p3", "{"u8.ToArray());
        topics.Write(source.ClaimOf("p1", "t1", 1));
        topics.Write(source.MatchOf("p1", "t1", 1));
        topics.Write(new ClaimEvent("p2", null, ClaimState.Withdrawn, null, null, Ledger.Now, 0, null));
        topics.Write(new UnmatchedEvent("p2", UnmatchedReason.Withdrawn, Ledger.Now, Ledger.Now, Batch: 0));
        topics.Write(new DeadLetterEvent(Topics.Packages, 0, 3, DeadLetterReason.Id, "", "", "utf-8", 0));
        topics.Write(new DeadLetterEvent(Topics.Packages, 0, 4, DeadLetterReason.Syntax, "", "", "utf-8", 0));

        RecountResult result = topics.Recount.Result();

        AssertBalanced(result);
        Assert.Equal((6, 1, 2, 1, 1, 2), (result.Records, result.Trips, result.Packages, result.Matched, result.Withdrawn, result.DeadLetters));
    }

    [Theory]
    [InlineData(Topics.Matches, "{}")]
    [InlineData(Topics.Claims, "null")]
    [InlineData(Topics.Unmatched, """{"package":"p1","reason":"bored","waiting_since":1,"deadline":2}""")]
    [InlineData(Topics.DeadLetters, "[")]
    public void A_result_that_cannot_be_read_is_a_fault(string topic, string json)
    {
        RawTopics topics = new();
        topics.Write(topic, "p1", System.Text.Encoding.UTF8.GetBytes(json));

        RecountResult result = topics.Recount.Result();

        Assert.Equal(1, result.Contradictions);
        Assert.StartsWith($"contradiction: {topic}/0@0 is no record of its topic", result.Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Another_topic_is_refused() =>
        Assert.Throws<ArgumentException>(() => new RawTopics().Write("clicks", "k", "{}"u8.ToArray()));

    internal static void AssertBalanced(RecountResult result)
    {
        Assert.Empty(result.Faults);
        Assert.True(result.Balanced);
        Assert.Equal(result.Packages, result.Matched + result.Waiting + result.Expired + result.Withdrawn);
    }

    private static double Measure(Trip trip, Package package) =>
        GreatCircle.DistanceMetres(trip.Source, package.Source) + GreatCircle.DistanceMetres(trip.Destination, package.Destination);

    private static Ledger Mixed()
    {
        Ledger ledger = new Ledger()
            .Post(Ledger.NewTrip("t1"))
            .Post(Ledger.NewPackage("carried")).Post(Ledger.NewPackage("carried"))
            .Post(Ledger.NewPackage("waiting"))
            .Post(Ledger.NewPackage("expired") with { Deadline = Ledger.Now + 1 })
            .Post(Ledger.NewPackage("withdrawn"), timestamp: Ledger.Now + 1)
            .WithdrawPackage("withdrawn")
            .Refuse(DeadLetterReason.Syntax);
        WriteResults(ledger, Ledger.Now + 500);
        return ledger;
    }

    private static void WriteResults(Ledger ledger, long at) => ledger
        .Book("carried", "t1", 7, at)
        .Say("waiting", UnmatchedReason.NoCandidate)
        .End("expired", ClaimState.Expired, at)
        .End("withdrawn", ClaimState.Withdrawn, at)
        .Letter(new Arrival(Topics.Packages, 0, 7, 0, null), DeadLetterReason.Syntax);
}
