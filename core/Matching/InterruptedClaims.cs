using SpecialDelivery.Core.Claims;

namespace SpecialDelivery.Core.Matching;

/// <summary>Claims that the store holds and the ledger does not: those of a batch that a crash interrupted.</summary>
/// <remarks>
/// The repeated batch makes its choices before it looks at them, as the interrupted one did, and meets them one by one. Until one is met
/// it weighs nothing in the book, though the store counts it: the trips look as they did the first time, and so does the choice.
/// </remarks>
internal sealed class InterruptedClaims
{
    private readonly Dictionary<string, (WaitingPackage Package, StandingClaim Claim)> _ahead;
    private readonly Dictionary<string, HashSet<WaitingPackage>> _byTrip = [];

    private InterruptedClaims(IEnumerable<(WaitingPackage Package, StandingClaim Claim)> standing)
    {
        _ahead = standing.ToDictionary(one => one.Claim.Package);
        foreach ((WaitingPackage package, StandingClaim claim) in _ahead.Values)
        {
            if (!_byTrip.TryGetValue(claim.Trip, out HashSet<WaitingPackage>? packages))
            {
                _byTrip.Add(claim.Trip, packages = []);
            }

            packages.Add(package);
        }
    }

    /// <summary>Those not met yet, in the order in which they were claimed.</summary>
    public IReadOnlyList<(WaitingPackage Package, StandingClaim Claim)> Ahead => [.. _ahead.Values.OrderBy(one => one.Claim.Fence)];

    /// <summary>Asks the store which of the book's waiting packages are claimed.</summary>
    public static async Task<InterruptedClaims> ReadAsync(OrderBook book, IClaimStore claims, CancellationToken cancel)
    {
        Dictionary<string, WaitingPackage> waiting = book.Waiting.ToDictionary(p => p.Package.Id);
        IReadOnlyList<StandingClaim> standing = await claims.StandingAsync([.. waiting.Keys], cancel).ConfigureAwait(false);
        return new InterruptedClaims(standing.Select(claim => (waiting[claim.Package], claim)));
    }

    /// <summary>Notes that the batch has come to a package's claim, if there is one.</summary>
    /// <returns>Whether there was.</returns>
    public bool Meet(WaitingPackage package) =>
        _ahead.Remove(package.Package.Id, out (WaitingPackage Package, StandingClaim Claim) met) && _byTrip[met.Claim.Trip].Remove(package);

    /// <summary>The store's view of a trip without the claims not met yet.</summary>
    public (int Space, double AddedMetres, int Packages) WithoutAhead(OpenTrip trip, in ClaimResult answer)
    {
        (int space, double added, int packages) = (answer.SpaceUsed, answer.DetourUsedMetres, answer.PackagesCarried);
        foreach (WaitingPackage package in _byTrip.GetValueOrDefault(trip.Trip.Id) ?? [])
        {
            space -= package.Package.Space;
            added -= trip.Route.PickupMetres(package.Route) + trip.Route.DropoffMetres(package.Route);
            packages--;
        }

        return (space, added, packages);
    }
}
