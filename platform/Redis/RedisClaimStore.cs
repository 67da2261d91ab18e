using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Names;
using StackExchange.Redis;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Claims in Redis: one Lua script per chunk of wishes, so that each chunk is one atomic step. Made by <see cref="ClaimStoreSetup"/>.</summary>
public sealed class RedisClaimStore : IClaimStore, IAsyncDisposable
{
    /// <summary>Chunks on their way at once: the next one is written while Redis works on the one before.</summary>
    private const int ChunksInFlight = 3;

    private readonly RedisKey[] _keys;
    private readonly ClaimStoreSettings _settings;
    private long _highestFence;

    internal RedisClaimStore(RedisConnection connection, ClaimStoreSettings settings, string epoch, long highestFence)
    {
        Connection = connection;
        Keys = new RedisKeys(settings.Region);
        Epoch = epoch;
        _keys = [Keys.Epoch, Keys.Fence, Keys.Packages, Keys.Trips];
        _settings = settings;
        _highestFence = highestFence;
    }

    /// <summary>The store's memory this object relies on; a rebuild writes another one.</summary>
    public string Epoch { get; }

    /// <summary>Where its state lies.</summary>
    public RedisKeys Keys { get; }

    internal RedisConnection Connection { get; }

    /// <inheritdoc/>
    /// <exception cref="StoreNotReadyException">The store has lost its memory or part of it, or was rebuilt meanwhile.</exception>
    /// <exception cref="ClaimStoreUnavailableException">Redis does not answer; the call may be repeated.</exception>
    public async Task<IReadOnlyList<ClaimResult>> ClaimAsync(IReadOnlyList<ClaimRequest> requests, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ClaimResult[] results = new ClaimResult[requests.Count];
        Queue<Task> flying = new();
        try
        {
            for (int start = 0; start < requests.Count; start += _settings.ChunkWishes)
            {
                cancel.ThrowIfCancellationRequested();
                if (flying.Count == ChunksInFlight)
                {
                    await flying.Dequeue();
                }

                flying.Enqueue(ClaimChunkAsync(requests, start, results, cancel));
            }

            await Task.WhenAll(flying);
            return results;
        }
        finally
        {
            // After a fault in one chunk the others must not go on claiming behind the caller's back.
            await Task.WhenAll(flying).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ClaimStoreUnavailableException">Redis does not answer; the call may be repeated.</exception>
    public Task<IReadOnlyList<StandingClaim>> StandingAsync(IReadOnlyList<string> packages, CancellationToken cancel) =>
        StandingClaims.ReadAsync(Connection, Keys, _settings.ChunkWishes, packages, cancel);

    /// <inheritdoc/>
    /// <exception cref="StoreNotReadyException">The store has lost its memory or part of it, or was rebuilt meanwhile.</exception>
    /// <exception cref="ClaimStoreUnavailableException">Redis does not answer; the call may be repeated.</exception>
    public async Task WithdrawTripAsync(string trip, IReadOnlyList<string> packages, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(packages);
        ClaimText.CheckId(trip, "Trip");
        await RunAsync(ClaimScripts.Withdraw, [trip, .. packages], cancel);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreNotReadyException">The store has lost its memory or part of it, or was rebuilt meanwhile.</exception>
    /// <exception cref="ClaimStoreUnavailableException">Redis does not answer; the call may be repeated.</exception>
    public async Task<IReadOnlyList<StandingClaim>> ExpireAsync(IReadOnlyList<string> packages, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(packages);
        List<StandingClaim> standing = [];
        foreach (string[] chunk in packages.Chunk(_settings.ChunkWishes))
        {
            cancel.ThrowIfCancellationRequested();
            string[] answers = (string[])(await RunAsync(ClaimScripts.Expire, [.. chunk], cancel))!;
            standing.AddRange(StandingClaims.Parse(chunk, answers));
        }

        return standing;
    }

    /// <inheritdoc/>
    /// <exception cref="StoreNotReadyException">The store has lost its memory or part of it, or was rebuilt meanwhile.</exception>
    /// <exception cref="ClaimStoreUnavailableException">Redis does not answer; the call may be repeated.</exception>
    public async Task EndAsync(IReadOnlyList<string> packages, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(packages);
        foreach (string[] chunk in packages.Chunk(_settings.ChunkWishes))
        {
            cancel.ThrowIfCancellationRequested();
            await RunAsync(ClaimScripts.End, [.. chunk], cancel);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private async Task ClaimChunkAsync(IReadOnlyList<ClaimRequest> requests, int start, ClaimResult[] results, CancellationToken cancel)
    {
        int count = Math.Min(_settings.ChunkWishes, requests.Count - start);
        byte[] answer = (byte[])(await RunAsync(ClaimScripts.Claim, [ClaimText.Write(requests, start, count)], cancel))!;
        ClaimText.Read(answer, requests, start, results.AsSpan(start, count));
        long highest = 0;
        for (int i = start; i < start + count; i++)
        {
            highest = Math.Max(highest, results[i].Fence);
        }

        RaiseTo(highest);
    }

    private Task<RedisResult> RunAsync(string script, ReadOnlySpan<RedisValue> arguments, CancellationToken cancel)
    {
        RedisValue[] values = [Epoch, Interlocked.Read(ref _highestFence), .. arguments];
        return Connection.CallAsync(redis => redis.ScriptEvaluateAsync(script, _keys, values), cancel);
    }

    /// <summary>Remembers the highest fence seen: a store whose own is lower has forgotten claims.</summary>
    private void RaiseTo(long fence)
    {
        long seen = Interlocked.Read(ref _highestFence);
        while (fence > seen)
        {
            long found = Interlocked.CompareExchange(ref _highestFence, fence, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }
}
