using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.Matching;

public sealed class GreedyAssignmentTests
{
    private const long Start = 1_767_571_200_000;

    private static readonly LatLon Here = new(10, 10);
    private static readonly LatLon There = new(11, 11);

    [Fact]
    public void The_cheapest_pair_goes_first_and_the_loser_takes_its_next()
    {
        (OpenTrip near, OpenTrip far) = (Trip(1, space: 2), Trip(2, space: 2));
        (WaitingPackage first, WaitingPackage second) = (Package(1), Package(2));

        IReadOnlyList<Pairing> chosen = Assign(new(), [new(first, near, 3, 3), new(first, far, 5, 5), new(second, near, 2, 2), new(second, far, 9, 9)]);

        Assert.Equal([(second, near, 1), (first, far, 2)], chosen.Select(Text));
    }

    [Fact]
    public void Nearest_first_asks_who_is_ready_first_and_where_the_trip_starts()
    {
        (OpenTrip near, OpenTrip far) = (Trip(1, space: 2), Trip(2, space: 2));
        (WaitingPackage late, WaitingPackage early) = (Package(1, readyAt: Start + 1), Package(2));

        IReadOnlyList<Pairing> chosen = Assign(
            new() { Policy = AssignmentPolicy.NearestFirst }, [new(late, near, 1, 1), new(late, far, 2, 0), new(early, near, 5, 100), new(early, far, 6, 0)]);

        Assert.Equal([(early, near, 1), (late, far, 2)], chosen.Select(Text));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public void Space_is_shared_until_it_is_used(bool checkSpace, int expected) =>
        Assert.Equal(expected, Assign(new() { CheckSpace = checkSpace }, Crowd(Trip(1, space: 3))).Count);

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 3)]
    public void Detour_is_shared_until_it_is_used(bool checkDetour, int expected) =>
        Assert.Equal(expected, Assign(new() { CheckDetour = checkDetour }, Crowd(Trip(1, space: 9, detour: 45))).Count);

    [Fact]
    public void Places_are_shared_until_they_are_used() =>
        Assert.Equal(2, Assign(new() { PackagesPerTrip = 2 }, Crowd(Trip(1, space: 9, places: 2))).Count);

    [Fact]
    public void A_withdrawn_trip_takes_nobody()
    {
        OpenTrip trip = Trip(1, space: 9);
        trip.Withdraw();

        Assert.Empty(Assign(new(), Crowd(trip)));
    }

    [Fact]
    public void What_is_chosen_is_taken_from_the_trip()
    {
        OpenTrip trip = Trip(1, space: 9, detour: 100, places: 5);

        Assign(new(), Crowd(trip));

        Assert.Equal((3, 40d, 2), (trip.SpaceLeft, trip.DetourLeftMetres, trip.PlacesLeft));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(2, false)]
    public void Waiting_counts_as_nearness(long batches, bool waitingWins)
    {
        OpenTrip trip = Trip(1, space: 2);
        (WaitingPackage fresh, WaitingPackage old) = (Package(1), Package(2));
        old.Explain(SpecialDelivery.Core.Events.UnmatchedReason.NoCandidate, batch: 10);
        old.Seek(10 + batches);
        fresh.Seek(10 + batches);

        Pairing chosen = Assert.Single(Assign(new() { WaitingBonusMetres = 100 }, [new(fresh, trip, 500, 0), new(old, trip, 800, 0)]));

        Assert.Equal(waitingWins ? old : fresh, chosen.Candidate.Package);
    }

    [Fact]
    public void Equal_costs_fall_the_same_way_in_any_order()
    {
        Candidate[] pairs =
        [
            .. from package in Enumerable.Range(1, 4).Select(i => Package(i))
               from trip in Enumerable.Range(1, 4).Select(i => Trip(i, space: 2, leavesAt: Start + (i % 2)))
               select new Candidate(package, trip, 1, 1),
        ];
        (string, string)[] expected = [("p1", "t2"), ("p2", "t2")];
        Random random = new(5);
        for (int i = 0; i < 20; i++)
        {
            // Each pair has a trip of its own here, so only the order decides.
            random.Shuffle(pairs);
            Assert.Equal(expected, Assign(new(), [.. pairs.Select(Fresh)]).Take(2).Select(p => (p.Candidate.Package.Package.Id, p.Candidate.Trip.Trip.Id)));
        }
    }

    private static Candidate Fresh(Candidate pair) => pair with { Trip = new OpenTrip(pair.Trip.Trip, pair.Trip.Handle, places: 9) };

    private static Candidate[] Crowd(OpenTrip trip) => [.. Enumerable.Range(1, 3).Select(i => new Candidate(Package(i), trip, 10, 10))];

    private static IReadOnlyList<Pairing> Assign(MatchingSettings settings, IReadOnlyList<Candidate> candidates) => Assignments.For(settings).Assign(candidates);

    private static (WaitingPackage, OpenTrip, int) Text(Pairing pairing) => (pairing.Candidate.Package, pairing.Candidate.Trip, pairing.Rank);

    private static OpenTrip Trip(int number, int space, double detour = 100_000, int places = 9, long leavesAt = Start) =>
        new(new Trip($"t{number}", leavesAt, leavesAt + 1, space, 5, Here, There, detour, 1), number, places);

    private static WaitingPackage Package(int number, long readyAt = Start) =>
        new(new Package($"p{number}", readyAt, readyAt + 1, 2, 1, Here, There, 1), number);
}
