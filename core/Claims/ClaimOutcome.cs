namespace SpecialDelivery.Core.Claims;

/// <summary>What the store answered to a wish.</summary>
public enum ClaimOutcome
{
    /// <summary>The package belongs to the trip now, or did already: a claim repeated gets its old answer.</summary>
    Claimed,

    /// <summary>The package belongs to another trip, which <see cref="ClaimResult.Trip"/> names.</summary>
    ClaimedElsewhere,

    /// <summary>The trip has no room, no detour or no place for another package.</summary>
    Full,

    /// <summary>The package has ended (expired or withdrawn), or the trip was withdrawn.</summary>
    Ended,
}
