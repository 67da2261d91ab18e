using SpecialDelivery.Core.Claims;
using StackExchange.Redis;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Claims wish by wish with WATCH and MULTI, as older systems did: the same answers, several round trips for each, and every claimer spoils the others' attempts. Kept to show the difference.</summary>
/// <param name="store">The store whose state it works on; ending and withdrawing are left to it.</param>
public sealed class WatchMultiClaimStore(RedisClaimStore store) : IClaimStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ClaimResult>> ClaimAsync(IReadOnlyList<ClaimRequest> requests, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ClaimResult[] results = new ClaimResult[requests.Count];
        for (int i = 0; i < results.Length; i++)
        {
            ClaimText.Check(requests[i]);
            results[i] = await ClaimAsync(requests[i], cancel);
        }

        return results;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StandingClaim>> StandingAsync(IReadOnlyList<string> packages, CancellationToken cancel) => store.StandingAsync(packages, cancel);

    /// <inheritdoc/>
    public Task WithdrawTripAsync(string trip, IReadOnlyList<string> packages, CancellationToken cancel) => store.WithdrawTripAsync(trip, packages, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StandingClaim>> ExpireAsync(IReadOnlyList<string> packages, CancellationToken cancel) => store.ExpireAsync(packages, cancel);

    /// <inheritdoc/>
    public Task EndAsync(IReadOnlyList<string> packages, CancellationToken cancel) => store.EndAsync(packages, cancel);

    private async Task<ClaimResult> ClaimAsync(ClaimRequest wish, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (await store.Connection.CallAsync(redis => TryClaimAsync(redis, wish), cancel) is { } result)
            {
                return result;
            }
        }
    }

    /// <summary>One attempt; null when another claimer came between.</summary>
    private async Task<ClaimResult?> TryClaimAsync(IDatabase redis, ClaimRequest wish)
    {
        Task<RedisValue> epoch = redis.StringGetAsync(store.Keys.Epoch);
        Task<RedisValue> counter = redis.StringGetAsync(store.Keys.Fence);
        Task<RedisValue> owner = redis.HashGetAsync(store.Keys.Packages, wish.Package);
        Task<RedisValue> usage = redis.HashGetAsync(store.Keys.Trips, wish.Trip);
        await Task.WhenAll(epoch, counter, owner, usage);
        if (epoch.Result != store.Epoch)
        {
            throw new StoreNotReadyException($"{store.Keys.Epoch} is not what it was when this process opened the store. Run 'sd claims rebuild', then start the matchers again.");
        }

        StoredUsage used = StoredUsage.Parse(usage.Result);
        if (StoredClaim.Parse(owner.Result) is { } claim)
        {
            ClaimOutcome outcome = claim.Trip == wish.Trip ? ClaimOutcome.Claimed : ClaimOutcome.ClaimedElsewhere;
            return used.Answer(outcome, claim.Trip, claim.Fence);
        }

        if (!owner.Result.IsNull || used.Withdrawn)
        {
            return used.Answer(ClaimOutcome.Ended, null, 0);
        }

        StoredUsage next = used.With(wish);
        if (next.Space > wish.TripSpace || next.Micrometres > ClaimText.Micrometres(wish.TripDetourMetres) || next.Packages > wish.TripPackages)
        {
            return used.Answer(ClaimOutcome.Full, null, 0);
        }

        StoredClaim made = new(wish.Trip, (long)counter.Result + 1, wish.Space, ClaimText.Micrometres(wish.AddedMetres));
        ITransaction step = redis.CreateTransaction();
        step.AddCondition(Condition.StringEqual(store.Keys.Epoch, epoch.Result));
        step.AddCondition(Condition.StringEqual(store.Keys.Fence, counter.Result));
        step.AddCondition(Condition.HashNotExists(store.Keys.Packages, wish.Package));
        step.AddCondition(usage.Result.IsNull
            ? Condition.HashNotExists(store.Keys.Trips, wish.Trip)
            : Condition.HashEqual(store.Keys.Trips, wish.Trip, usage.Result));
        _ = step.StringSetAsync(store.Keys.Fence, made.Fence);
        _ = step.HashSetAsync(store.Keys.Packages, wish.Package, made.ToString());
        _ = step.HashSetAsync(store.Keys.Trips, wish.Trip, next.ToString());
        return await step.ExecuteAsync() ? next.Answer(ClaimOutcome.Claimed, wish.Trip, made.Fence) : null;
    }
}
