using SpecialDelivery.Core.Claims;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>The claim store's rules in plain words and in memory: what the real stores are compared with.</summary>
internal sealed class ReferenceClaimStore : IClaimStore
{
    private readonly Dictionary<string, (ClaimRequest Wish, long Fence)> _claims = [];
    private readonly HashSet<string> _ended = [];
    private readonly HashSet<string> _withdrawn = [];
    private long _fence;

    public Task<IReadOnlyList<ClaimResult>> ClaimAsync(IReadOnlyList<ClaimRequest> requests, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ClaimResult>>([.. requests.Select(Claim)]);

    public Task WithdrawTripAsync(string trip, IReadOnlyList<string> packages, CancellationToken cancel)
    {
        _withdrawn.Add(trip);
        foreach (string package in packages.Where(package => _claims.TryGetValue(package, out var claim) && claim.Wish.Trip == trip))
        {
            _claims.Remove(package);
        }

        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<StandingClaim>> ExpireAsync(IReadOnlyList<string> packages, CancellationToken cancel)
    {
        await EndAsync([.. packages.Where(package => !_claims.ContainsKey(package))], cancel);
        return await StandingAsync(packages, cancel);
    }

    public Task EndAsync(IReadOnlyList<string> packages, CancellationToken cancel)
    {
        foreach (string package in packages)
        {
            _claims.Remove(package);
            _ended.Add(package);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StandingClaim>> StandingAsync(IReadOnlyList<string> packages, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StandingClaim>>(
            [.. packages.Where(_claims.ContainsKey).Select(package => new StandingClaim(package, _claims[package].Wish.Trip, _claims[package].Fence))]);

    private ClaimResult Claim(ClaimRequest wish)
    {
        if (_claims.TryGetValue(wish.Package, out var held))
        {
            return Answer(held.Wish.Trip == wish.Trip ? ClaimOutcome.Claimed : ClaimOutcome.ClaimedElsewhere, held.Wish.Trip, held.Fence);
        }

        if (_ended.Contains(wish.Package) || _withdrawn.Contains(wish.Trip))
        {
            return Answer(ClaimOutcome.Ended, null, 0);
        }

        List<ClaimRequest> aboard = [.. Aboard(wish.Trip), wish];
        if (aboard.Sum(one => one.Space) > wish.TripSpace || aboard.Sum(one => one.AddedMetres) > wish.TripDetourMetres || aboard.Count > wish.TripPackages)
        {
            return Answer(ClaimOutcome.Full, null, 0);
        }

        _claims[wish.Package] = (wish, ++_fence);
        return Answer(ClaimOutcome.Claimed, wish.Trip, _fence);

        ClaimResult Answer(ClaimOutcome outcome, string? trip, long fence)
        {
            List<ClaimRequest> carried = [.. _withdrawn.Contains(wish.Trip) ? [] : Aboard(wish.Trip)];
            return new(outcome, trip, fence, carried.Sum(one => one.Space), carried.Sum(one => one.AddedMetres), carried.Count);
        }
    }

    private IEnumerable<ClaimRequest> Aboard(string trip) => _claims.Values.Select(claim => claim.Wish).Where(wish => wish.Trip == trip);
}
