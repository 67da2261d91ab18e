using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Books;

/// <summary>Judges a package's matches by the raw orders, and holds them against its claims.</summary>
/// <param name="settings">Which rules count.</param>
/// <param name="faults">Receives what cannot be.</param>
internal sealed class MatchCheck(MatchingSettings settings, FaultLog faults)
{
    public void Run(PackageAccount account)
    {
        foreach (MatchEntry match in account.Matches)
        {
            if (Illegality(account, match) is { } why)
            {
                faults.Add(RecountFault.IllegalMatch, $"package {account.Id} with trip {match.Trip.Id}: {why}");
            }

            if (!HasClaim(account, match))
            {
                faults.Add(RecountFault.Contradiction, $"package {account.Id} is matched with trip {match.Trip.Id} (fence {match.Fence}), but the ledger holds no such claim");
            }
        }

        foreach (LedgerEntry claim in account.Ledger)
        {
            if (claim.State is ClaimState.Claimed)
            {
                CheckClaim(account, claim);
            }
        }
    }

    private string? Illegality(PackageAccount account, in MatchEntry match)
    {
        if (account.Package is not { } package || match.Trip.Trip is not { } trip)
        {
            return account.Package is null ? "no such package was posted" : "no such trip was posted";
        }

        Detour detour = Detour.Of(trip, package);
        return Beyond("pickup", detour.PickupMetres)
            ?? Beyond("dropoff", detour.DropoffMetres)
            ?? WrongOrder(trip, package)
            ?? Misstated("pickup", match.PickupMetres, detour.PickupMetres)
            ?? Misstated("dropoff", match.DropoffMetres, detour.DropoffMetres)
            ?? Misstated("added driving", match.AddedMetres, detour.AddedMetres)
            ?? (match.Space == package.Space ? null : $"its space is given as {match.Space}, but is {package.Space}");
    }

    private string? Beyond(string end, double metres) =>
        metres <= settings.RadiusMetres + Detour.ToleranceMetres ? null : $"its {end} is {metres:F1} m, beyond the radius of {settings.RadiusMetres:F1} m";

    private string? WrongOrder(Trip trip, Package package)
    {
        if (settings.CheckReview && trip.Review < package.LowestReview)
        {
            return $"the driver's rating {trip.Review} is below {package.LowestReview}";
        }

        if (settings.CheckWindow && package.ReadyAt > trip.LeavesAt)
        {
            return $"the trip leaves at {trip.LeavesAt}, before the package is ready at {package.ReadyAt}";
        }

        return settings.CheckWindow && trip.ArrivesAt > package.Deadline
            ? $"the trip arrives at {trip.ArrivesAt}, after the deadline {package.Deadline}"
            : null;
    }

    private static string? Misstated(string what, double stated, double measured) =>
        Detour.IsSame(stated, measured) ? null : $"its {what} is given as {stated:F2} m, but measures {measured:F2} m";

    private static bool HasClaim(PackageAccount account, in MatchEntry match)
    {
        foreach (LedgerEntry entry in account.Ledger)
        {
            if (entry.State is ClaimState.Claimed && entry.Trip == match.Trip && entry.Fence == match.Fence)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckClaim(PackageAccount account, in LedgerEntry claim)
    {
        foreach (MatchEntry match in account.Matches)
        {
            if (match.Trip == claim.Trip && match.Fence == claim.Fence)
            {
                if (claim.Space != match.Space || claim.AddedMetres is not { } added || !Detour.IsSame(added, match.AddedMetres))
                {
                    faults.Add(RecountFault.Contradiction, $"package {account.Id} with trip {match.Trip.Id}: the ledger gives space {claim.Space} and {claim.AddedMetres:F2} m, the match {match.Space} and {match.AddedMetres:F2} m");
                }

                return;
            }
        }

        faults.Add(RecountFault.Contradiction, $"package {account.Id} is claimed by trip {claim.Trip?.Id} (fence {claim.Fence}), but no match tells of it");
    }
}
