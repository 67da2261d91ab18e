using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.Matching;

public sealed class OrderBookTests
{
    private const long Start = 1_767_571_200_000;
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    private readonly OrderBook _book = new(new MatchingSettings());

    [Fact]
    public void The_same_order_again_is_repeated_and_another_of_its_id_in_conflict()
    {
        Assert.Equal(Admission.Admitted, _book.Admit(Trip("a"), 1));
        Assert.Equal(Admission.Admitted, _book.Admit(Package("a"), 1)); // trips and packages have ids of their own
        Assert.Equal(Admission.Repeated, _book.Admit(Trip("a"), 2));
        Assert.Equal(Admission.Repeated, _book.Admit(Package("a"), 2));
        Assert.Equal(Admission.Conflicting, _book.Admit(Trip("a") with { Space = 9 }, 3));
        Assert.Equal(Admission.Conflicting, _book.Admit(Package("a") with { Space = 9 }, 3));
        Assert.Equal((1, 1), (Assert.Single(_book.OpenTrips).Handle, Assert.Single(_book.Waiting).Handle));
    }

    [Theory]
    [InlineData(13, Admission.Repeated)]
    [InlineData(15, Admission.Admitted)]
    public void Ids_are_remembered_for_at_least_a_week_and_at_most_two(int days, Admission expected)
    {
        _book.Advance(Start);
        _book.Admit(Package("a"), 1);
        for (int day = 1; day <= days; day++)
        {
            _book.Advance(Start + (day * Day));
            _book.Expire();
        }

        Assert.Equal(expected, _book.Admit(Package("a"), 2));
    }

    [Fact]
    public void A_trip_is_open_until_event_time_reaches_its_start()
    {
        _book.Admit(Trip("a"), 1);
        _book.Advance(Start + Hour - 1);
        Assert.Empty(_book.Depart());
        _book.Advance(Start + Hour);
        Assert.Equal("a", Assert.Single(_book.Depart()).Trip.Id);
        Assert.Empty(_book.OpenTrips);
        Assert.Equal(Admission.Late, _book.Admit(Trip("b"), 2));
    }

    [Fact]
    public void A_package_waits_until_event_time_reaches_its_deadline()
    {
        _book.Admit(Package("a"), 1);
        _book.Advance(Start + (4 * Hour) - 1);
        Assert.Empty(_book.Expire());
        _book.Advance(Start + (4 * Hour));
        Assert.Equal("a", Assert.Single(_book.Expire()).Package.Id);
        Assert.Empty(_book.Waiting);
        Assert.Empty(_book.Expire());
    }

    [Fact]
    public void Event_time_never_goes_back()
    {
        _book.Advance(Start + Hour);
        _book.Advance(Start);
        Assert.Equal(Start + Hour, _book.EventTime);
    }

    [Fact]
    public void A_withdrawn_trip_gives_its_packages_back()
    {
        Load("t", "p1", "p2");

        IReadOnlyList<Carriage> released = _book.WithdrawTrip("t", out OpenTrip? trip);

        Assert.Equal(["p1", "p2"], released.Select(c => c.Waiting.Package.Id));
        Assert.True(trip!.IsWithdrawn);
        Assert.Equal((0, 0, 2), (_book.OpenTrips.Count, _book.Carried, _book.Waiting.Count));
        Assert.Empty(_book.WithdrawTrip("t", out trip));
        Assert.Null(trip);
    }

    [Fact]
    public void A_released_package_still_expires()
    {
        Load("t", "p1");
        _book.WithdrawTrip("t", out _);
        _book.Advance(Start + (4 * Hour));

        Assert.Single(_book.Expire());
    }

    [Fact]
    public void A_withdrawn_package_gives_its_room_back()
    {
        OpenTrip trip = Load("t", "p1", "p2");
        (int space, double detour, int places) = (trip.SpaceLeft, trip.DetourLeftMetres, trip.PlacesLeft);

        Assert.Equal("p1", _book.WithdrawPackage("p1", out Carriage? carriage)!.Package.Id);

        Assert.Equal("t", carriage!.Trip);
        Assert.Equal((space + 2, detour + 100, places + 1), (trip.SpaceLeft, trip.DetourLeftMetres, trip.PlacesLeft));
        Assert.Null(_book.WithdrawPackage("p1", out _));
        Assert.Null(_book.WithdrawPackage("unknown", out _));
    }

    [Fact]
    public void What_a_departed_trip_carries_leaves_with_it()
    {
        Load("t", "p1");
        _book.Advance(Start + Hour);
        _book.Depart();

        Assert.Equal((0, 0), (_book.Carried, _book.Waiting.Count));
        Assert.Null(_book.WithdrawPackage("p1", out _));
    }

    [Fact]
    public void Each_change_of_a_trip_is_told_once()
    {
        OpenTrip first = Load("t1");
        Assert.Equal([first], _book.DrainChanges().Arrived);
        _book.Touch(first);
        _book.Touch(first);
        OpenTrip second = Load("t2");
        _book.Touch(second);

        (IReadOnlyList<OpenTrip> arrived, IReadOnlyList<OpenTrip> changed) = _book.DrainChanges();

        Assert.Equal([second], arrived);
        Assert.Equal([first], changed);
        Assert.Empty(_book.DrainChanges().Changed);
        _book.Touch(first);
        Assert.Equal([first], _book.DrainChanges().Changed);
    }

    [Fact]
    public void The_ledger_loads_trips_anew()
    {
        OpenTrip trip = Load("t");
        _book.Admit(Package("p1"), 1);
        _book.Admit(Package("p2"), 2);

        _book.Restore(Claimed("p1", "t", 1));
        _book.Restore(Claimed("p1", "t", 1)); // a repeated batch wrote it again
        _book.Restore(Claimed("p2", "gone", 2)); // a trip that has left
        _book.Restored();

        Assert.Equal((8, 900d), (trip.SpaceLeft, trip.DetourLeftMetres));
        Assert.Equal((0, 1), (_book.Waiting.Count, _book.Carried));
    }

    [Fact]
    public void A_release_told_again_after_the_next_claim_takes_nothing_back()
    {
        OpenTrip next = Load("t2");
        _book.Admit(Package("p1"), 1);

        _book.Restore(Claimed("p1", "t1", 1));
        for (int i = 0; i < 2; i++)
        {
            _book.Restore(Claimed("p1", "t1", 1) with { State = ClaimState.Released });
            _book.Restore(Claimed("p1", "t2", 2));
        }

        Assert.Equal(8, next.SpaceLeft);
        Assert.Equal("t2", Carrier("p1"));
    }

    [Theory]
    [InlineData(ClaimState.Expired)]
    [InlineData(ClaimState.Withdrawn)]
    public void An_end_in_the_ledger_is_the_end(ClaimState end)
    {
        OpenTrip trip = Load("t");
        _book.Admit(Package("p1"), 1);
        _book.Restore(Claimed("p1", "t", 1));

        _book.Restore(new ClaimEvent("p1", null, end, null, null, 0, 0, null));

        Assert.Equal((0, 0, 10), (_book.Waiting.Count, _book.Carried, trip.SpaceLeft));
    }

    [Fact]
    public void Waiting_goes_on_counting_after_a_restart()
    {
        _book.Admit(Package("p1"), 1);
        _book.Restore(Waits("p1", UnmatchedReason.NoCandidate, batch: 3));
        _book.Restore(Waits("p1", UnmatchedReason.LostRace, batch: 5));
        WaitingPackage package = Assert.Single(_book.Waiting);
        package.Seek(9);

        Assert.Equal(6, package.BatchesWaited);
        Assert.False(package.Explain(UnmatchedReason.LostRace, 9));
        Assert.True(package.Explain(UnmatchedReason.NoSpace, 10));
    }

    [Fact]
    public void What_a_carried_package_waited_before_counts_when_its_trip_is_withdrawn()
    {
        Load("t");
        _book.Admit(Package("p1"), 1);
        _book.Restore(Claimed("p1", "t", 1));
        _book.Restore(Waits("p1", UnmatchedReason.NoCandidate, batch: 2));

        WaitingPackage package = Assert.Single(_book.WithdrawTrip("t", out _)).Waiting;
        package.Seek(7);

        Assert.Equal(5, package.BatchesWaited);
    }

    private static Trip Trip(string id) =>
        new(id, Start + Hour, Start + (2 * Hour), Space: 10, Review: 5, new LatLon(1, 1), new LatLon(2, 2), DetourMetres: 1_000, Price: 1);

    private static Package Package(string id) =>
        new(id, Start, Start + (4 * Hour), Space: 2, LowestReview: 1, new LatLon(1, 1), new LatLon(2, 2), LengthMetres: 1);

    private static ClaimEvent Claimed(string package, string trip, long fence) => new(package, trip, ClaimState.Claimed, 2, fence, 0, 0, 100);

    private static UnmatchedEvent Waits(string package, UnmatchedReason reason, long batch) => new(package, reason, Start, Start + (4 * Hour), batch);

    private string? Carrier(string package)
    {
        _book.WithdrawPackage(package, out Carriage? carriage);
        return carriage?.Trip;
    }

    private OpenTrip Load(string id, params string[] packages)
    {
        _book.Admit(Trip(id), 1);
        Assert.True(_book.TryGetTrip(id, out OpenTrip? trip));
        foreach (string package in packages)
        {
            _book.Admit(Package(package), 1);
            trip.Take(2, 100);
            _book.Carry(_book.Waiting.Single(p => p.Package.Id == package), id, 100, fence: 1);
        }

        return trip;
    }
}
