using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Names;
using StackExchange.Redis;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Opens the claim store after checking that it keeps its memory and has not lost it.</summary>
public static class ClaimStoreSetup
{
    /// <summary>Opens the store; makes it ready only on an installation's first start.</summary>
    /// <param name="address">Redis's <c>host:port</c>.</param>
    /// <param name="ledger">What topic <c>claims</c> holds.</param>
    /// <param name="settings">How it is used; null = the defaults.</param>
    /// <param name="cancel">Stops opening.</param>
    /// <returns>The store, ready for claims.</returns>
    /// <exception cref="StoreNotReadyException">The store has lost its memory, or the server's settings would let it.</exception>
    /// <exception cref="ClaimStoreUnavailableException">Redis does not answer.</exception>
    public static async Task<RedisClaimStore> OpenAsync(
        string address, LedgerSummary ledger, ClaimStoreSettings? settings, CancellationToken cancel)
    {
        settings ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.ChunkWishes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.ChunkWishes, 2_000); // Lua hands a command at most 8 000 arguments, a claim takes two
        ClaimText.CheckId(settings.Region, "Region");
        RedisConnection connection = new(address, settings);
        try
        {
            if (!settings.AllowVolatile)
            {
                await StoreDurability.CheckAsync(connection, address, cancel);
            }

            string epoch = await EpochAsync(connection, address, new RedisKeys(settings.Region), ledger, cancel);
            return new RedisClaimStore(connection, settings, epoch, ledger.HighestFence);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<string> EpochAsync(RedisConnection connection, string address, RedisKeys keys, LedgerSummary ledger, CancellationToken cancel)
    {
        string? epoch = await connection.CallAsync(redis => redis.StringGetAsync(keys.Epoch), cancel);
        if (epoch is null && ledger.IsEmpty)
        {
            // Several processes may start at once, and the first may claim before the others have looked: one step looks and begins.
            await connection.CallAsync(redis => BeginAsync(redis, keys), cancel);
            epoch = await connection.CallAsync(redis => redis.StringGetAsync(keys.Epoch), cancel);
        }

        if (epoch is null)
        {
            throw new StoreNotReadyException(
                $"Redis at {address} has no key {keys.Epoch}, though packages were claimed before: it lost its memory or a rebuild was broken off. Run 'sd claims rebuild'.");
        }

        long fence = (long)await connection.CallAsync(redis => redis.StringGetAsync(keys.Fence), cancel);
        return fence >= ledger.HighestFence ? epoch : throw new StoreNotReadyException(
            $"Redis at {address} came back with an older state: {keys.Fence} is {fence}, the ledger holds {ledger.HighestFence}. Run 'sd claims rebuild'.");
    }

    private static Task<bool> BeginAsync(IDatabase redis, RedisKeys keys)
    {
        ITransaction step = redis.CreateTransaction();
        step.AddCondition(Condition.KeyNotExists(keys.Epoch));
        step.AddCondition(Condition.KeyNotExists(keys.Packages));
        step.AddCondition(Condition.KeyNotExists(keys.Rebuild));
        _ = step.StringSetAsync(keys.Epoch, Guid.NewGuid().ToString("N"));
        return step.ExecuteAsync();
    }
}
