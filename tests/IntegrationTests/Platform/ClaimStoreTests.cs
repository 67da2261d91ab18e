using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Platform.Redis;
using UnitTests.Core.Matching.Worlds;

namespace IntegrationTests.Platform;

/// <summary>The claim store against its rules; each test has a region of its own.</summary>
public sealed class ClaimStoreTests(RedisServer server) : IClassFixture<RedisServer>
{
    private readonly ClaimStoreSettings _settings = new() { Region = Guid.NewGuid().ToString("N"), ChunkWishes = 7 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    public async Task Random_operations_get_the_reference_answers(int seed, bool watchMulti)
    {
        await using RedisClaimStore redis = await OpenAsync();
        IClaimStore store = watchMulti ? new WatchMultiClaimStore(redis) : redis;
        ReferenceClaimStore reference = new();
        RandomWishes random = new(seed);
        for (int step = 0; step < 60; step++)
        {
            switch (step % 7)
            {
                case 4:
                    (string trip, string[] packages) = (random.Trip(), random.Packages(40));
                    await store.WithdrawTripAsync(trip, packages, Cancel);
                    await reference.WithdrawTripAsync(trip, packages, Cancel);
                    break;
                case 5:
                    string[] ended = random.Packages(9);
                    await store.EndAsync(ended, Cancel);
                    await reference.EndAsync(ended, Cancel);
                    break;
                case 6:
                    string[] overdue = random.Packages(9);
                    Assert.Equal(await reference.ExpireAsync(overdue, Cancel), await store.ExpireAsync(overdue, Cancel));
                    break;
                default:
                    ClaimRequest[] wishes = random.Wishes(30);
                    Assert.Equal(await reference.ClaimAsync(wishes, Cancel), await store.ClaimAsync(wishes, Cancel));
                    break;
            }
        }

        string[] asked = random.Packages(100);
        IReadOnlyList<StandingClaim> standing = await store.StandingAsync(asked, Cancel);
        Assert.NotEmpty(standing);
        Assert.Equal(await reference.StandingAsync(asked, Cancel), standing);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public async Task Parallel_claimers_never_book_twice_or_beyond_a_trips_limits(int seed, int watchMultiClaimers)
    {
        List<(ClaimRequest Wish, ClaimResult Result)>[] claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(claimer => Task.Run(async () =>
        {
            await using RedisClaimStore redis = await OpenAsync();
            IClaimStore store = claimer < watchMultiClaimers ? new WatchMultiClaimStore(redis) : redis;
            RandomWishes random = new((seed * 10) + claimer);
            List<(ClaimRequest, ClaimResult)> made = [];
            for (int round = 0; round < 20; round++)
            {
                ClaimRequest[] wishes = random.Wishes(25);
                made.AddRange(wishes.Zip(await store.ClaimAsync(wishes, Cancel)));
            }

            return made;
        })));

        List<(ClaimRequest Wish, ClaimResult Result)> granted = [.. claims.SelectMany(made => made).Where(one => one.Result.Outcome == ClaimOutcome.Claimed)];
        var bookings = granted.Select(one => (one.Wish.Package, one.Wish.Trip, one.Result.Fence, one.Wish.Space, one.Wish.AddedMetres)).Distinct().ToList();
        Assert.Equal(bookings.Count, bookings.Select(one => one.Package).Distinct().Count());
        Assert.Equal(bookings.Count, bookings.Select(one => one.Fence).Distinct().Count());
        Assert.NotEmpty(bookings);
        foreach (var trip in granted.GroupBy(one => one.Wish.Trip))
        {
            ClaimRequest limit = trip.First().Wish;
            var carried = bookings.Where(one => one.Trip == trip.Key).ToList();
            Assert.True(carried.Sum(one => one.Space) <= limit.TripSpace, $"{trip.Key} is overbooked");
            Assert.True(carried.Sum(one => one.AddedMetres) <= limit.TripDetourMetres, $"{trip.Key} drives too far");
            Assert.True(carried.Count <= limit.TripPackages, $"{trip.Key} carries too many");
        }

        ClaimStoreState state = await StateAsync();
        Assert.Equal(bookings.Select(one => (one.Package, one.Trip, one.Fence)).Order(), state.Claims.Select(claim => (claim.Key, claim.Value.Trip, claim.Value.Fence)).Order());
        Assert.Equal(bookings.Max(one => one.Fence), state.Fence);
        Assert.Equal(bookings.GroupBy(one => one.Trip).Select(trip => (trip.Key, trip.Count())).Order(), state.Trips.Select(trip => (trip.Key, trip.Value.Packages)).Order());
    }

    [Fact]
    public async Task Anything_repeated_changes_nothing_and_gets_the_same_answer()
    {
        await using RedisClaimStore store = await OpenAsync();
        RandomWishes random = new(11);
        ClaimRequest[] wishes = random.Wishes(100);
        string[] ended = random.Packages(10);
        IReadOnlyList<ClaimResult> first = await store.ClaimAsync(wishes, Cancel);
        string afterClaims = (await StateAsync()).Hash();
        IReadOnlyList<ClaimResult> second = await store.ClaimAsync(wishes, Cancel);
        Assert.Equal(afterClaims, (await StateAsync()).Hash());
        Assert.All(first.Zip(second).Where(pair => pair.First.Trip is not null), pair => Assert.Equal((pair.First.Trip, pair.First.Fence), (pair.Second.Trip, pair.Second.Fence)));

        await WithdrawAndEndAsync();
        string afterEnds = (await StateAsync()).Hash();
        Assert.NotEqual(afterClaims, afterEnds);
        await WithdrawAndEndAsync();
        Assert.Equal(afterEnds, (await StateAsync()).Hash());

        async Task WithdrawAndEndAsync()
        {
            await store.EndAsync(ended, Cancel);
            await store.WithdrawTripAsync("t3", [.. wishes.Select(wish => wish.Package)], Cancel);
        }
    }

    [Fact]
    public async Task An_exact_fit_is_a_fit()
    {
        await using RedisClaimStore store = await OpenAsync();
        IReadOnlyList<ClaimResult> results = await store.ClaimAsync(
            [new("p1", "t1", 3, 0.1, 10, 0.1 + 0.2, 2), new("p2", "t1", 7, 0.2, 10, 0.1 + 0.2, 2), new("p3", "t2", 1, 1 / 3.0, 1, 1 / 3.0, 1)], Cancel);
        Assert.All(results, result => Assert.Equal(ClaimOutcome.Claimed, result.Outcome));
    }

    [Fact]
    public async Task Id_that_starts_like_the_owners_is_another_trip()
    {
        await using RedisClaimStore store = await OpenAsync();
        await store.ClaimAsync([new("p1", "t12", 1, 1, 10, 10, 9)], Cancel);
        Assert.Equal(ClaimOutcome.ClaimedElsewhere, (await store.ClaimAsync([new("p1", "t1", 1, 1, 10, 10, 9)], Cancel))[0].Outcome);
    }

    [Fact]
    public async Task A_rebuild_from_the_ledger_restores_the_same_state()
    {
        RandomWishes random = new(21);
        List<ClaimEvent> ledger = [];
        await using (RedisClaimStore store = await OpenAsync())
        {
            for (int round = 0; round < 5; round++)
            {
                ClaimRequest[] wishes = random.Wishes(60);
                IReadOnlyList<ClaimResult> results = await store.ClaimAsync(wishes, Cancel);
                ledger.AddRange(wishes.Zip(results).Where(one => one.Second.Outcome == ClaimOutcome.Claimed).Select(one => new ClaimEvent(
                    one.First.Package, one.First.Trip, ClaimState.Claimed, one.First.Space, one.Second.Fence, 0, round, one.First.AddedMetres)));
                string trip = (await StateAsync()).Claims.Values.First().Trip;
                string[] released = [.. (await StateAsync()).Claims.Where(claim => claim.Value.Trip == trip).Select(claim => claim.Key)];
                await store.WithdrawTripAsync(trip, released, Cancel);
                ledger.AddRange(released.Select(package => new ClaimEvent(package, trip, ClaimState.Released, null, null, 0, round, null)));
                string[] ended = random.Packages(4);
                await store.EndAsync(ended, Cancel);
                ledger.AddRange(ended.Select(package => new ClaimEvent(package, null, ClaimState.Expired, null, null, 0, round, null)));
            }
        }

        string before = (await StateAsync()).Hash();
        for (int time = 0; time < 2; time++)
        {
            RebuildResult rebuilt = await ClaimStoreRebuild.RunAsync(server.Address, ledger, _settings, null, Cancel);
            Assert.Equal(before, (await StateAsync()).Hash());
            Assert.Equal(ledger.Count, rebuilt.Events);
        }

        await using RedisClaimStore again = await ClaimStoreSetup.OpenAsync(server.Address, new(false, ledger.Max(entry => entry.Fence) ?? 0), _settings, Cancel);
        Assert.Equal(ClaimOutcome.Claimed, (await again.ClaimAsync([new("new", "new", 1, 1, 1, 1, 1)], Cancel))[0].Outcome);
    }

    [Fact]
    public async Task Starting_beside_others_in_a_new_region_takes_their_first_claims_for_no_loss()
    {
        for (int region = 0; region < 60; region++)
        {
            ClaimStoreSettings settings = _settings with { Region = Guid.NewGuid().ToString("N") };
            await Task.WhenAll(Enumerable.Range(0, 6).Select(claimer => Task.Run(async () =>
            {
                await using RedisClaimStore store = await ClaimStoreSetup.OpenAsync(server.Address, LedgerSummary.Empty, settings, Cancel);
                Assert.Equal(ClaimOutcome.Claimed, (await store.ClaimAsync([new($"p{claimer}", $"t{claimer}", 1, 1, 1, 1, 1)], Cancel))[0].Outcome);
            })));
        }
    }

    private Task<RedisClaimStore> OpenAsync() => ClaimStoreSetup.OpenAsync(server.Address, LedgerSummary.Empty, _settings, Cancel);

    private Task<ClaimStoreState> StateAsync() => ClaimStoreState.ReadAsync(server.Address, _settings, Cancel);
}
