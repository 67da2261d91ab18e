using SpecialDelivery.Core.Claims;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>A claim store whose caller may crash between any two of its steps.</summary>
internal sealed class CrashingClaimStore(IClaimStore store, Saboteur saboteur) : IClaimStore
{
    public async Task<IReadOnlyList<ClaimResult>> ClaimAsync(IReadOnlyList<ClaimRequest> requests, CancellationToken cancel)
    {
        List<ClaimResult> results = [];
        foreach (ClaimRequest request in requests)
        {
            saboteur.Step();
            results.AddRange(await store.ClaimAsync([request], cancel));
        }

        return results;
    }

    public Task<IReadOnlyList<StandingClaim>> StandingAsync(IReadOnlyList<string> packages, CancellationToken cancel) => store.StandingAsync(packages, cancel);

    public Task WithdrawTripAsync(string trip, IReadOnlyList<string> packages, CancellationToken cancel)
    {
        saboteur.Step();
        return store.WithdrawTripAsync(trip, packages, cancel);
    }

    public Task<IReadOnlyList<StandingClaim>> ExpireAsync(IReadOnlyList<string> packages, CancellationToken cancel)
    {
        saboteur.Step();
        return store.ExpireAsync(packages, cancel);
    }

    public Task EndAsync(IReadOnlyList<string> packages, CancellationToken cancel)
    {
        saboteur.Step();
        return store.EndAsync(packages, cancel);
    }
}
