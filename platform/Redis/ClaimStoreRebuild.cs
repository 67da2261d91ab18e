using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using StackExchange.Redis;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Makes a claim store again from the ledger.</summary>
/// <remarks>
/// A trip that was withdrawn empty stands in no ledger, so the rebuilt store takes it for open. That does no harm: no matcher asks for it
/// once it has read the tombstone, and one that claims before releases when it does.
/// </remarks>
public static class ClaimStoreRebuild
{
    private const int FieldsPerStep = 1_000;

    /// <summary>Clears the region, writes what the ledger says and only then a new epoch; running matchers are refused from the first step on and must start again.</summary>
    /// <param name="address">Redis's <c>host:port</c>.</param>
    /// <param name="ledger">All events of topic <c>claims</c>, those of one package in their order.</param>
    /// <param name="settings">Region and limits; null = the defaults.</param>
    /// <param name="progress">Told the number of events read and fields written so far.</param>
    /// <param name="cancel">Breaks off; the store then refuses claims until it is rebuilt.</param>
    /// <returns>What was restored.</returns>
    /// <exception cref="StoreNotReadyException">Another rebuild has taken over.</exception>
    /// <exception cref="ClaimStoreUnavailableException">Redis does not answer.</exception>
    public static async Task<RebuildResult> RunAsync(
        string address, IEnumerable<ClaimEvent> ledger, ClaimStoreSettings? settings, IProgress<RebuildProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        settings ??= new();
        RedisKeys keys = new(settings.Region);
        string token = Guid.NewGuid().ToString("N");
        await using RedisConnection connection = new(address, settings);
        await ClearAsync(connection, keys, token, cancel);

        LedgerReplay replay = new();
        foreach (ClaimEvent entry in ledger)
        {
            cancel.ThrowIfCancellationRequested();
            replay.Add(entry);
            if (replay.Events % 100_000 == 0)
            {
                progress?.Report(new(replay.Events, 0));
            }
        }

        long written = 0;
        await WriteAsync(keys.Packages, replay.Packages());
        await WriteAsync(keys.Trips, replay.Trips());
        string epoch = Guid.NewGuid().ToString("N");
        await connection.CallAsync(
            redis => redis.ScriptEvaluateAsync(ClaimScripts.Finish, [keys.Rebuild, keys.Fence, keys.Epoch], [token, replay.HighestFence, epoch]), cancel);
        return new RebuildResult(replay.Events, replay.Claimed, replay.Ended, replay.HighestFence, epoch);

        async Task WriteAsync(string hash, IEnumerable<KeyValuePair<string, string>> fields)
        {
            foreach (KeyValuePair<string, string>[] step in fields.Chunk(FieldsPerStep))
            {
                RedisValue[] values = [token, .. step.SelectMany(field => (RedisValue[])[field.Key, field.Value])];
                await connection.CallAsync(redis => redis.ScriptEvaluateAsync(ClaimScripts.Restore, [keys.Rebuild, hash], values), cancel);
                written += step.Length;
                progress?.Report(new(replay.Events, written));
            }
        }
    }

    /// <summary>One transaction: from here on no claim is granted, and an older rebuild cannot write any more.</summary>
    private static Task<bool> ClearAsync(RedisConnection connection, RedisKeys keys, string token, CancellationToken cancel) =>
        connection.CallAsync(
            redis =>
            {
                ITransaction step = redis.CreateTransaction();
                _ = step.KeyDeleteAsync([keys.Epoch, keys.Fence, keys.Packages, keys.Trips]);
                _ = step.StringSetAsync(keys.Rebuild, token);
                return step.ExecuteAsync();
            },
            cancel);
}
