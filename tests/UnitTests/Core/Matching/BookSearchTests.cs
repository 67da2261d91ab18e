using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;
using UnitTests.Core.Matching.Worlds;

namespace UnitTests.Core.Matching;

/// <summary>The search in the book against all pairs.</summary>
public sealed class BookSearchTests
{
    [Theory]
    [InlineData(AssignmentPolicy.SortedGreedy, 100, 3)]
    [InlineData(AssignmentPolicy.SortedGreedy, 20_000, 1)]
    [InlineData(AssignmentPolicy.SortedGreedy, 100_000, 8)]
    [InlineData(AssignmentPolicy.SortedGreedy, 500_000, 256)]
    [InlineData(AssignmentPolicy.NearestFirst, 100_000, 4)]
    [InlineData(AssignmentPolicy.NearestFirst, 500_000, 256)]
    public void It_finds_the_cheapest_of_all_pairs_wherever_on_Earth(AssignmentPolicy policy, double radiusMetres, int candidates)
    {
        MatchingSettings settings = new() { Policy = policy, RadiusMetres = radiusMetres, Candidates = candidates };
        int found = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            HardPlaces places = new(seed, radiusMetres);
            OrderBook book = new(settings);
            Trip[] trips = places.Trips(60);
            for (int i = 0; i < trips.Length; i++)
            {
                book.Admit(trips[i], i);
                book.Admit(places.Package(trips[i], $"p{i}"), i);
            }

            WaitingPackage[] waiting = [.. book.Waiting];
            ILookup<WaitingPackage, Candidate> lists = new BookSearch(book, Assignments.For(settings), settings)
                .Find(waiting, TestContext.Current.CancellationToken).ToLookup(c => c.Package);

            foreach (WaitingPackage package in waiting)
            {
                HardPlaces.AssertSame(settings, trips, package.Package, [.. lists[package].Select(c => (c.Trip.Trip, c.PickupMetres, c.DropoffMetres))], $"seed {seed}");
            }

            found += lists.Sum(list => list.Count());
        }

        Assert.InRange(found, 60 * 20, int.MaxValue);
    }

    [Fact]
    public void It_sees_the_room_that_is_left()
    {
        MatchingSettings settings = new();
        OrderBook book = new(settings);
        HardPlaces places = new(1, 1_000);
        Trip trip = places.Trips(1)[0] with { Space = 3, DetourMetres = 4_000 };
        book.Admit(trip, 0);
        book.Admit(places.Package(trip, "p1") with { Space = 2 }, 0);
        WaitingPackage[] waiting = [.. book.Waiting];
        Assert.True(book.TryGetTrip(trip.Id, out OpenTrip? open));

        Assert.Single(Find());
        open.Take(2, 10);
        Assert.Empty(Find());
        open.LetOff(2, 10);
        Assert.Single(Find());
        open.Take(1, 4_000);
        Assert.Empty(Find());

        IReadOnlyList<Candidate> Find() => new BookSearch(book, Assignments.For(settings), settings).Find(waiting, TestContext.Current.CancellationToken);
    }
}
