using System.Diagnostics;
using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Redis;
using StackExchange.Redis;

namespace SpecialDelivery.Bench.Claims;

/// <summary>How fast claims are, against what the server can do and against the old way.</summary>
public static class ClaimsBench
{
    /// <summary>Ids come from so many that nearly every wish is a new package on a new trip: the dearest case, since both are written.</summary>
    private const int IdRange = 2_000_000_000;

    /// <summary>Measures; every round has a region of its own, which is removed afterwards.</summary>
    /// <param name="redisAddress">Redis's <c>host:port</c>.</param>
    /// <param name="options">Sizes; null = the defaults.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The rates.</returns>
    /// <exception cref="InvalidOperationException">redis-benchmark is missing, or did not claim what it should have.</exception>
    public static async Task<ClaimsBenchResult> RunAsync(string redisAddress, ClaimsBenchOptions? options, CancellationToken cancel)
    {
        options ??= new();
        List<ClaimsBenchRound> rounds = [];
        for (int round = 0; round <= options.Rounds; round++)
        {
            double ours = await InRegionAsync(redisAddress, options, (store, _) => ClaimAsync(store, options.Wishes, round, cancel), cancel);
            double ceiling = await InRegionAsync(redisAddress, options, (store, redis) => DriveAsync(redisAddress, store, redis, options, cancel), cancel);
            double watchMulti = await InRegionAsync(
                redisAddress, options, (store, _) => ClaimAsync(new WatchMultiClaimStore(store), options.WatchMultiWishes, round, cancel), cancel);
            if (round > 0)
            {
                rounds.Add(new(ours, ceiling, watchMulti));
            }
        }

        return new ClaimsBenchResult(rounds, options);
    }

    private static async Task<double> InRegionAsync(
        string address, ClaimsBenchOptions options, Func<RedisClaimStore, IDatabase, Task<double>> measure, CancellationToken cancel)
    {
        ClaimStoreSettings settings = new()
        {
            Region = $"bench-{Guid.NewGuid():N}",
            ChunkWishes = options.ChunkWishes,
            AllowVolatile = true,
            Timeout = TimeSpan.FromSeconds(60),
        };
        RedisKeys keys = new(settings.Region);
        using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(address);
        try
        {
            await using RedisClaimStore store = await ClaimStoreSetup.OpenAsync(address, LedgerSummary.Empty, settings, cancel);
            return await measure(store, redis.GetDatabase());
        }
        finally
        {
            await redis.GetDatabase().ExecuteAsync("UNLINK", (RedisKey)keys.Epoch, (RedisKey)keys.Fence, (RedisKey)keys.Packages, (RedisKey)keys.Trips);
        }
    }

    private static async Task<double> ClaimAsync(IClaimStore store, int wishes, int seed, CancellationToken cancel)
    {
        Random random = new(seed);
        ClaimRequest[] requests = [.. Enumerable.Range(0, wishes).Select(_ => Wish(Id('p'), Id('t')))];
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<ClaimResult> results = await store.ClaimAsync(requests, cancel);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        CheckClaimed(results.Count(result => result.Outcome == ClaimOutcome.Claimed), wishes);
        return wishes / seconds;

        string Id(char kind) => $"{kind}{random.Next(IdRange):D12}";
    }

    private static async Task<double> DriveAsync(string address, RedisClaimStore store, IDatabase redis, ClaimsBenchOptions options, CancellationToken cancel)
    {
        string sha = (string)(await redis.ExecuteAsync("SCRIPT", "LOAD", ClaimScripts.Claim))!;
        string chunk = string.Concat(Enumerable.Repeat("p__rand_int__ t__rand_int__ 5 10234567890 20 40000000000 4;", options.ChunkWishes));
        int requests = options.Wishes / options.ChunkWishes;
        double rate = await RedisBenchmark.RunAsync(
            address, requests, IdRange, ["EVALSHA", sha, "4", store.Keys.Epoch, store.Keys.Fence, store.Keys.Packages, store.Keys.Trips, store.Epoch, "0", chunk], cancel);
        CheckClaimed((long)await redis.StringGetAsync(store.Keys.Fence), requests * options.ChunkWishes);
        return rate * options.ChunkWishes;
    }

    private static ClaimRequest Wish(string package, string trip) => new(package, trip, 5, 10_234.56789, 20, 40_000, 4);

    /// <summary>A rate counts only when the claims were made: random ids rarely meet.</summary>
    private static void CheckClaimed(long claimed, int wishes)
    {
        if (claimed < 0.99 * wishes)
        {
            throw new InvalidOperationException($"Only {claimed} of {wishes} wishes were claimed: the rate would be none of claims.");
        }
    }
}
