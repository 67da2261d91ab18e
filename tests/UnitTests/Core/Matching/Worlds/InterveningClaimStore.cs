using SpecialDelivery.Core.Claims;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>A claim store in which something may happen between a matcher's choice and its claims.</summary>
internal sealed class InterveningClaimStore(IClaimStore store, Func<Task> intervene) : IClaimStore
{
    public async Task<IReadOnlyList<ClaimResult>> ClaimAsync(IReadOnlyList<ClaimRequest> requests, CancellationToken cancel)
    {
        await intervene();
        return await store.ClaimAsync(requests, cancel);
    }

    public Task<IReadOnlyList<StandingClaim>> StandingAsync(IReadOnlyList<string> packages, CancellationToken cancel) => store.StandingAsync(packages, cancel);

    public Task WithdrawTripAsync(string trip, IReadOnlyList<string> packages, CancellationToken cancel) => store.WithdrawTripAsync(trip, packages, cancel);

    public Task<IReadOnlyList<StandingClaim>> ExpireAsync(IReadOnlyList<string> packages, CancellationToken cancel) => store.ExpireAsync(packages, cancel);

    public Task EndAsync(IReadOnlyList<string> packages, CancellationToken cancel) => store.EndAsync(packages, cancel);
}
