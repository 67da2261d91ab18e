using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.Books;

/// <summary>One fault planted in otherwise sound books: it is found, under its own row, and named.</summary>
public sealed class RecountFaultTests
{
    [Fact]
    public void A_package_aboard_two_trips_at_once()
    {
        RecountResult result = Sound().Book("p1", "t2", 9).Recount.Result();

        AssertOnly(result, r => r.DoubleBookings, "double booking: package p1 is aboard trip t1 (fence 1) and trip t2 (fence 9) at once");
    }

    [Fact]
    public void A_package_claimed_twice_by_one_trip() =>
        AssertOnly(Sound().Book("p1", "t1", 9).Recount.Result(), r => r.DoubleBookings, "double booking: package p1 is aboard trip t1 (fence 1) and trip t1 (fence 9) at once");

    [Fact]
    public void More_than_the_space()
    {
        Ledger ledger = Sound();
        for (int i = 10; i < 15; i++)
        {
            ledger.Post(Ledger.NewPackage($"p{i}")).Book($"p{i}", "t1", i);
        }

        AssertOnly(ledger.Recount.Result(), r => r.SpaceOverruns, "space overrun: trip t1 carries 12 of space 10");
    }

    [Fact]
    public void More_than_the_space_for_a_while_only()
    {
        Ledger ledger = Sound()
            .Post(Ledger.NewPackage("big") with { Space = 9 }).Book("big", "t1", 5, at: Ledger.Now + 600)
            .WithdrawPackage("big").End("big", ClaimState.Withdrawn, at: Ledger.Now + 700);

        AssertOnly(ledger.Recount.Result(), r => r.SpaceOverruns, "space overrun: trip t1 carries 11 of space 10");
    }

    [Fact]
    public void More_packages_than_allowed()
    {
        Ledger ledger = Sound(new MatchingSettings { PackagesPerTrip = 1 }).Post(Ledger.NewPackage("p3")).Book("p3", "t1", 5);

        AssertOnly(ledger.Recount.Result(), r => r.SpaceOverruns, "space overrun: trip t1 carries 2 packages of at most 1");
    }

    [Fact]
    public void More_added_driving_than_accepted()
    {
        Ledger ledger = Sound()
            .Post(Ledger.NewTrip("short") with { DetourMetres = 2_000 }).Post(Ledger.NewPackage("p3")).Book("p3", "short", 5);

        AssertOnly(ledger.Recount.Result(), r => r.DetourOverruns, "detour overrun: trip short adds 2223.9 m of at most 2000.0 m");
    }

    [Fact]
    public void A_pickup_beyond_the_radius()
    {
        Ledger ledger = Sound()
            .Post(Ledger.NewTrip("far") with { DetourMetres = 1e6 })
            .Post(Ledger.NewPackage("p3") with { Source = new LatLon(37.68, -121.66) }).Book("p3", "far", 5);

        AssertOnly(ledger.Recount.Result(), r => r.IllegalMatches, "illegal match: package p3 with trip far: its pickup is 111195.1 m, beyond the radius of 100000.0 m");
    }

    [Fact]
    public void A_dropoff_beyond_the_radius()
    {
        Ledger ledger = Sound()
            .Post(Ledger.NewTrip("far") with { DetourMetres = 1e6 })
            .Post(Ledger.NewPackage("p3") with { Destination = new LatLon(38.77, -122.42) }).Book("p3", "far", 5);

        AssertOnly(ledger.Recount.Result(), r => r.IllegalMatches, "illegal match: package p3 with trip far: its dropoff is 111195.1 m, beyond the radius of 100000.0 m");
    }

    [Fact]
    public void A_rating_too_low()
    {
        Ledger ledger = Sound().Post(Ledger.NewPackage("p3") with { LowestReview = 4.5 }).Book("p3", "t1", 5);

        AssertOnly(ledger.Recount.Result(), r => r.IllegalMatches, "illegal match: package p3 with trip t1: the driver's rating 4 is below 4.5");
    }

    [Fact]
    public void A_trip_that_leaves_before_the_package_is_ready()
    {
        Ledger ledger = Sound().Post(Ledger.NewPackage("p3") with { ReadyAt = Ledger.Now + Ledger.Hour + 1 }).Book("p3", "t1", 5);

        AssertOnly(ledger.Recount.Result(), r => r.IllegalMatches, "illegal match: package p3 with trip t1: the trip leaves at 1700003600000, before the package is ready at 1700003600001");
    }

    [Fact]
    public void A_trip_that_arrives_too_late()
    {
        Ledger ledger = Sound().Post(Ledger.NewPackage("p3") with { Deadline = Ledger.Now + (3 * Ledger.Hour) - 1 }).Book("p3", "t1", 5);

        AssertOnly(ledger.Recount.Result(), r => r.IllegalMatches, "illegal match: package p3 with trip t1: the trip arrives at 1700010800000, after the deadline 1700010799999");
    }

    [Fact]
    public void A_match_with_another_distance_than_the_orders_have()
    {
        Ledger ledger = Sound().Post(Ledger.NewPackage("p3"));
        ledger.Recount.Claim(ledger.ClaimOf("p3", "t1", 5));
        ledger.Recount.Match(ledger.MatchOf("p3", "t1", 5) with { PickupMetres = 1_000 });

        AssertOnly(ledger.Recount.Result(), r => r.IllegalMatches, "illegal match: package p3 with trip t1: its pickup is given as 1000.00 m, but measures 1111.95 m");
    }

    [Fact]
    public void A_match_with_a_trip_that_nobody_posted()
    {
        Ledger source = Sound().Post(Ledger.NewTrip("ghost"));
        Ledger ledger = Sound().Post(Ledger.NewPackage("p3"));
        source.Post(Ledger.NewPackage("p3"));
        ledger.Recount.Claim(source.ClaimOf("p3", "ghost", 5));
        ledger.Recount.Match(source.MatchOf("p3", "ghost", 5));

        AssertOnly(ledger.Recount.Result(), r => r.IllegalMatches, "illegal match: package p3 with trip ghost: no such trip was posted");
    }

    [Fact]
    public void A_match_of_a_package_that_nobody_posted()
    {
        Ledger source = Sound().Post(Ledger.NewPackage("ghost"));
        Ledger ledger = Sound();
        ledger.Recount.Claim(source.ClaimOf("ghost", "t1", 5));
        ledger.Recount.Match(source.MatchOf("ghost", "t1", 5));

        AssertOnly(ledger.Recount.Result(), r => r.IllegalMatches, "illegal match: package ghost with trip t1: no such package was posted");
    }

    [Fact]
    public void A_package_that_expires_aboard_a_trip()
    {
        Ledger ledger = Sound()
            .Post(Ledger.NewTrip("quick") with { LeavesAt = Ledger.Now + 5, ArrivesAt = Ledger.Now + 9 })
            .Post(Ledger.NewPackage("p3") with { Deadline = Ledger.Now + 10 }, timestamp: Ledger.Now + 10)
            .Book("p3", "quick", 5).End("p3", ClaimState.Expired);

        AssertOnly(ledger.Recount.Result(), r => r.EndedTwice, "ended twice: package p3 expired aboard trip quick");
    }

    [Fact]
    public void A_package_that_is_claimed_after_its_end()
    {
        Ledger ledger = Sound().Post(Ledger.NewPackage("p3")).WithdrawPackage("p3").End("p3", ClaimState.Withdrawn).Book("p3", "t1", 5);

        AssertOnly(ledger.Recount.Result(), r => r.EndedTwice, "ended twice: package p3 was claimed (trip t1) after it was withdrawn");
    }

    [Fact]
    public void A_package_that_is_in_no_result() =>
        AssertOnly(Sound().Post(Ledger.NewPackage("p3")).Recount.Result(), r => r.Lost, "lost: package p3 is in no result topic at all");

    [Fact]
    public void A_package_that_nobody_ended_at_its_deadline()
    {
        Ledger ledger = Sound().Post(Ledger.NewPackage("p3") with { Deadline = Ledger.Now + 10 }, timestamp: Ledger.Now + 10).Say("p3", UnmatchedReason.NoSpace);

        AssertOnly(ledger.Recount.Result(), r => r.Lost, "lost: package p3 should have expired at 1700000000010, event time is 1700000000010");
    }

    [Fact]
    public void A_withdrawn_package_that_nobody_ended() =>
        AssertOnly(Sound().WithdrawPackage("p2").Recount.Result(), r => r.Lost, "lost: package p2 was withdrawn, but the ledger does not end it");

    [Fact]
    public void A_refused_record_without_a_dead_letter() =>
        AssertOnly(Sound().Refuse(DeadLetterReason.Range, withLetter: false).Recount.Result(), r => r.Lost, "lost: SENDER/0@4 must be refused (Range) and has no dead letter");

    [Fact]
    public void Other_content_under_a_known_id_without_a_dead_letter()
    {
        Ledger ledger = Sound().Post(Ledger.NewPackage("p2") with { Space = 3 });

        AssertOnly(ledger.Recount.Result(), r => r.Lost, "lost: SENDER/0@4 must be refused (Duplicate) and has no dead letter");
        RecountTests.AssertBalanced(ledger.Letter(new Arrival(Topics.Packages, 0, 4, 0, null), DeadLetterReason.Duplicate).Recount.Result());
    }

    [Fact]
    public void A_dead_letter_with_another_reason() =>
        AssertOnly(Sound().Refuse(DeadLetterReason.Range, letterReason: DeadLetterReason.Time).Recount.Result(), r => r.Contradictions, "contradiction: SENDER/0@4 must be refused for Range, its dead letter says Time");

    [Fact]
    public void A_dead_letter_of_a_good_record() =>
        AssertOnly(Sound().Letter(new Arrival(Topics.Packages, 0, 2, 0, null), DeadLetterReason.Time).Recount.Result(), r => r.Contradictions, "contradiction: SENDER/0@2 is good or was never written, its dead letter says Time");

    [Fact]
    public void A_match_without_a_claim()
    {
        Ledger ledger = Sound();
        ledger.Recount.Match(ledger.MatchOf("p2", "t1", 5));

        AssertOnly(ledger.Recount.Result(), r => r.Contradictions, "contradiction: package p2 is matched with trip t1 (fence 5), but the ledger holds no such claim");
    }

    [Fact]
    public void A_claim_without_a_match()
    {
        Ledger ledger = Sound();
        ledger.Recount.Claim(ledger.ClaimOf("p2", "t1", 5));

        AssertOnly(ledger.Recount.Result(), r => r.Contradictions, "contradiction: package p2 is claimed by trip t1 (fence 5), but no match tells of it");
    }

    [Fact]
    public void A_claim_of_another_space_than_its_match()
    {
        Ledger ledger = Sound();
        ledger.Recount.Claim(ledger.ClaimOf("p2", "t1", 5) with { Space = 3 });
        ledger.Recount.Match(ledger.MatchOf("p2", "t1", 5));

        AssertOnly(ledger.Recount.Result(), r => r.Contradictions, "contradiction: package p2 with trip t1: the ledger gives space 3 and 2223.90 m, the match 2 and 2223.90 m");
    }

    [Fact]
    public void Two_records_of_one_claim_that_differ()
    {
        Ledger ledger = Sound();
        ledger.Recount.Claim(ledger.ClaimOf("p1", "t1", 1) with { AddedMetres = 5 });

        AssertOnly(ledger.Recount.Result(), r => r.Contradictions, "contradiction: package p1 with trip t1 (fence 1) has two claims that differ");
    }

    [Fact]
    public void Two_records_of_one_match_that_differ()
    {
        Ledger ledger = Sound();
        ledger.Recount.Match(ledger.MatchOf("p1", "t1", 1) with { Space = 5 });

        AssertOnly(ledger.Recount.Result(), r => r.Contradictions, "contradiction: package p1 with trip t1 (fence 1) has two matches that differ");
    }

    [Fact]
    public void A_release_that_nobody_caused() =>
        AssertOnly(Sound().Release("p1", "t1", 1).Recount.Result(), r => r.Contradictions, "contradiction: package p1 was released by trip t1, which nobody withdrew");

    [Fact]
    public void A_release_by_a_trip_that_did_not_carry_it() =>
        AssertOnly(Sound().Release("p1", "t2", 1).Recount.Result(), r => r.Contradictions, "contradiction: package p1 was released by trip t2, which did not carry it");

    [Fact]
    public void A_withdrawn_trip_that_keeps_its_package() =>
        AssertOnly(Sound().WithdrawTrip("t1").Recount.Result(), r => r.Contradictions, "contradiction: package p1 is still aboard trip t1, which was withdrawn");

    [Fact]
    public void A_package_that_expires_too_early() =>
        AssertOnly(Sound().End("p2", ClaimState.Expired).Recount.Result(), r => r.Contradictions, "contradiction: package p2 expired before its deadline 1700014400000, event time is 1700000000000");

    [Fact]
    public void A_package_that_nobody_withdrew() =>
        AssertOnly(Sound().End("p2", ClaimState.Withdrawn).Recount.Result(), r => r.Contradictions, "contradiction: package p2 ended as withdrawn, but nobody withdrew it");

    [Fact]
    public void An_end_that_the_ledger_does_not_know() =>
        AssertOnly(Sound().Say("p2", UnmatchedReason.Expired).Recount.Result(), r => r.Contradictions, "contradiction: package p2 ended as Expired in topic unmatched, but not in the ledger");

    [Fact]
    public void A_result_of_an_unknown_package() =>
        AssertOnly(Sound().Say("ghost", UnmatchedReason.NoCandidate).Recount.Result(), r => r.Contradictions, "contradiction: package ghost is in the results, but was never posted");

    [Fact]
    public void All_faults_are_counted_and_the_first_twenty_named()
    {
        Ledger ledger = new();
        for (int i = 0; i < 50; i++)
        {
            ledger.Post(Ledger.NewPackage($"p{i}"));
        }

        RecountResult result = ledger.Recount.Result();

        Assert.Equal((50, 20), (result.Lost, result.Faults.Count));
        Assert.Equal(50, ledger.Recount.Result().Lost);
    }

    /// <summary>Trips t1 and t2; p1 aboard t1 (fence 1), p2 waiting.</summary>
    private static Ledger Sound(MatchingSettings? settings = null)
    {
        Ledger ledger = new Ledger(settings)
            .Post(Ledger.NewTrip("t1")).Post(Ledger.NewTrip("t2")).Post(Ledger.NewPackage("p1")).Post(Ledger.NewPackage("p2"))
            .Book("p1", "t1", 1).Say("p2", UnmatchedReason.NoCandidate);
        RecountTests.AssertBalanced(ledger.Recount.Result());
        return ledger;
    }

    private static void AssertOnly(RecountResult result, Func<RecountResult, int> row, string fault)
    {
        Assert.Equal([fault], result.Faults);
        Assert.Equal(1, row(result));
        Assert.False(result.Balanced);
    }
}
