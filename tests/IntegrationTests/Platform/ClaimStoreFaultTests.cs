using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Redis;

namespace IntegrationTests.Platform;

/// <summary>A server that crashes, forgets or lies: claims stop, and none is granted twice.</summary>
public sealed class ClaimStoreFaultTests(RedisServer server) : IClassFixture<RedisServer>
{
    private readonly ClaimStoreSettings _settings = new() { Region = Guid.NewGuid().ToString("N"), ChunkWishes = 10, Attempts = 3, Pause = TimeSpan.FromMilliseconds(50) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RedisKeys Keys => new(_settings.Region);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_crash_in_mid_run_loses_no_answer_and_grants_nothing_twice(int seed)
    {
        await using RedisClaimStore store = await ClaimStoreSetup.OpenAsync(server.Address, LedgerSummary.Empty, _settings, Cancel);
        await server.AskAsync(redis => redis.ExecuteAsync("CONFIG", "SET", "appendfsync", "always"));
        RandomWishes random = new(seed);
        Dictionary<string, (string Trip, long Fence)> known = [];
        for (int round = 0; round < 40; round++)
        {
            ClaimRequest[] wishes = random.Wishes(30);
            Task crash = round == 20 ? server.KillAsync() : Task.CompletedTask;
            IReadOnlyList<ClaimResult>? results = null;
            while (results is null)
            {
                try
                {
                    results = await store.ClaimAsync(wishes, Cancel);
                }
                catch (ClaimStoreUnavailableException e)
                {
                    Assert.Contains(server.Address, e.Message, StringComparison.Ordinal);
                    await crash;
                    await server.StartAsync();
                }
            }

            if (!crash.IsCompleted || round == 20)
            {
                await crash;
                await EnsureUpAsync();
            }

            foreach ((ClaimRequest wish, ClaimResult result) in wishes.Zip(results).Where(one => one.Second.Trip is not null))
            {
                Assert.Equal((result.Trip!, result.Fence), known.TryGetValue(wish.Package, out var earlier) ? earlier : (result.Trip!, result.Fence));
                known[wish.Package] = (result.Trip!, result.Fence);
            }
        }

        ClaimStoreState state = await ClaimStoreState.ReadAsync(server.Address, _settings, Cancel);
        Assert.Equal(known.Select(one => (one.Key, one.Value.Trip, one.Value.Fence)).Order(), state.Claims.Select(one => (one.Key, one.Value.Trip, one.Value.Fence)).Order());
    }

    [Fact]
    public async Task A_server_that_restarts_empty_refuses_claims_until_it_is_rebuilt()
    {
        ClaimEvent claimed = new("p1", "t1", ClaimState.Claimed, 1, 1, 0, 0, 1);
        await using (RedisClaimStore store = await ClaimStoreSetup.OpenAsync(server.Address, LedgerSummary.Empty, _settings, Cancel))
        {
            await store.ClaimAsync([new("p1", "t1", 1, 1, 1, 1, 1)], Cancel);
            await server.LoseMemoryAsync();
            StoreNotReadyException refusal = await Assert.ThrowsAsync<StoreNotReadyException>(() => store.ClaimAsync([new("p1", "t2", 1, 1, 1, 1, 1)], Cancel));
            Assert.StartsWith("STORE_NOT_READY", refusal.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<StoreNotReadyException>(() => new WatchMultiClaimStore(store).ClaimAsync([new("p1", "t2", 1, 1, 1, 1, 1)], Cancel));
            await Assert.ThrowsAsync<StoreNotReadyException>(() => store.EndAsync(["p1"], Cancel));
            await Assert.ThrowsAsync<StoreNotReadyException>(() => store.ExpireAsync(["p1"], Cancel));
            await Assert.ThrowsAsync<StoreNotReadyException>(() => store.WithdrawTripAsync("t1", ["p1"], Cancel));
            await Assert.ThrowsAsync<StoreNotReadyException>(() => ClaimStoreSetup.OpenAsync(server.Address, new(false, 1), _settings, Cancel));

            await ClaimStoreRebuild.RunAsync(server.Address, [claimed], _settings, null, Cancel);
            await Assert.ThrowsAsync<StoreNotReadyException>(() => store.ClaimAsync([new("p2", "t2", 1, 1, 1, 1, 1)], Cancel)); // it must start again: what it knows may be older than the ledger
        }

        await using RedisClaimStore again = await ClaimStoreSetup.OpenAsync(server.Address, new(false, 1), _settings, Cancel);
        Assert.Equal("t1", (await again.ClaimAsync([new("p1", "t2", 1, 1, 1, 1, 1)], Cancel))[0].Trip);
    }

    [Fact]
    public async Task A_server_that_comes_back_with_an_older_state_is_noticed()
    {
        await using RedisClaimStore store = await ClaimStoreSetup.OpenAsync(server.Address, LedgerSummary.Empty, _settings, Cancel);
        await store.ClaimAsync([new("p1", "t1", 1, 1, 9, 9, 9), new("p2", "t1", 1, 1, 9, 9, 9)], Cancel);
        await server.AskAsync(redis => redis.StringSetAsync(Keys.Fence, 1));
        await Assert.ThrowsAsync<StoreNotReadyException>(() => store.ClaimAsync([new("p3", "t1", 1, 1, 9, 9, 9)], Cancel));
        await Assert.ThrowsAsync<StoreNotReadyException>(() => ClaimStoreSetup.OpenAsync(server.Address, new(false, 2), _settings, Cancel));
    }

    [Fact]
    public async Task A_rebuild_that_was_broken_off_leaves_the_store_closed()
    {
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ClaimStoreRebuild.RunAsync(server.Address, BreakOff(), _settings, null, stop.Token));
        await Assert.ThrowsAsync<StoreNotReadyException>(() => ClaimStoreSetup.OpenAsync(server.Address, LedgerSummary.Empty, _settings, Cancel));

        IEnumerable<ClaimEvent> BreakOff()
        {
            yield return new("p1", "t1", ClaimState.Claimed, 1, 1, 0, 0, 1);
            stop.Cancel();
            yield return new("p2", "t1", ClaimState.Claimed, 1, 2, 0, 0, 1);
        }
    }

    [Fact]
    public async Task Of_two_rebuilds_the_later_one_wins()
    {
        Task<RebuildResult>? later = null;
        await Assert.ThrowsAsync<StoreNotReadyException>(() => ClaimStoreRebuild.RunAsync(server.Address, Overtaken(), _settings, null, Cancel));
        RebuildResult result = await later!;
        await using RedisClaimStore store = await ClaimStoreSetup.OpenAsync(server.Address, new(false, 7), _settings, Cancel);
        Assert.Equal(result.Epoch, store.Epoch);
        Assert.Equal(7, (await store.ClaimAsync([new("p1", "t1", 1, 1, 1, 1, 1)], Cancel))[0].Fence);

        IEnumerable<ClaimEvent> Overtaken()
        {
            yield return new("p1", "t1", ClaimState.Claimed, 1, 1, 0, 0, 1);
            later = Task.Run(() => ClaimStoreRebuild.RunAsync(server.Address, [new("p1", "t1", ClaimState.Claimed, 1, 7, 0, 0, 1)], _settings, null, Cancel));
            while (!later.IsCompleted)
            {
                Thread.Yield();
            }
        }
    }

    [Fact]
    public async Task A_server_that_could_forget_is_refused_unless_that_is_accepted()
    {
        await server.AskAsync(redis => redis.ExecuteAsync("CONFIG", "SET", "maxmemory-policy", "allkeys-lru"));
        try
        {
            StoreNotReadyException refusal = await Assert.ThrowsAsync<StoreNotReadyException>(
                () => ClaimStoreSetup.OpenAsync(server.Address, LedgerSummary.Empty, _settings, Cancel));
            Assert.Contains("maxmemory-policy is 'allkeys-lru'", refusal.Message, StringComparison.Ordinal);
            await using RedisClaimStore accepted = await ClaimStoreSetup.OpenAsync(server.Address, LedgerSummary.Empty, _settings with { AllowVolatile = true }, Cancel);
        }
        finally
        {
            await server.AskAsync(redis => redis.ExecuteAsync("CONFIG", "SET", "maxmemory-policy", "noeviction"));
        }
    }

    [Fact]
    public async Task A_full_server_fails_the_call_and_changes_nothing()
    {
        await using RedisClaimStore store = await ClaimStoreSetup.OpenAsync(server.Address, LedgerSummary.Empty, _settings, Cancel);
        await store.ClaimAsync([new("p1", "t1", 1, 1, 9, 9, 9)], Cancel);
        string before = (await ClaimStoreState.ReadAsync(server.Address, _settings, Cancel)).Hash();
        await server.AskAsync(redis => redis.ExecuteAsync("CONFIG", "SET", "maxmemory", "1"));
        try
        {
            await Assert.ThrowsAsync<ClaimStoreUnavailableException>(() => store.ClaimAsync([new("p2", "t1", 1, 1, 9, 9, 9)], Cancel));
            Assert.Equal(before, (await ClaimStoreState.ReadAsync(server.Address, _settings, Cancel)).Hash());
        }
        finally
        {
            await server.AskAsync(redis => redis.ExecuteAsync("CONFIG", "SET", "maxmemory", "0"));
        }

        Assert.Equal(ClaimOutcome.Claimed, (await store.ClaimAsync([new("p2", "t1", 1, 1, 9, 9, 9)], Cancel))[0].Outcome);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_said_in_words()
    {
        ClaimStoreUnavailableException fault = await Assert.ThrowsAsync<ClaimStoreUnavailableException>(
            () => ClaimStoreSetup.OpenAsync("127.0.0.1:1", LedgerSummary.Empty, _settings, Cancel));
        Assert.Contains("127.0.0.1:1", fault.Message, StringComparison.Ordinal);
    }

    private async Task EnsureUpAsync()
    {
        try
        {
            await server.AskAsync(redis => redis.PingAsync());
        }
        catch (StackExchange.Redis.RedisException)
        {
            await server.StartAsync();
        }
    }
}
