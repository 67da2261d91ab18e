namespace SpecialDelivery.Core.Claims;

/// <summary>The store's answer to one <see cref="ClaimRequest"/>.</summary>
/// <param name="Outcome">The answer.</param>
/// <param name="Trip">The trip the package belongs to; null when it belongs to none.</param>
/// <param name="Fence">Token of the claim; 0 when there is none.</param>
/// <param name="SpaceUsed">Room used on the requested trip, all claims together.</param>
/// <param name="DetourUsedMetres">Added driving on the requested trip, all claims together.</param>
/// <param name="PackagesCarried">Packages on the requested trip.</param>
public readonly record struct ClaimResult(
    ClaimOutcome Outcome,
    string? Trip,
    long Fence,
    int SpaceUsed,
    double DetourUsedMetres,
    int PackagesCarried);
