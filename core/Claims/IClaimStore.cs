namespace SpecialDelivery.Core.Claims;

/// <summary>The arbiter of claims: several matchers may ask it at once, and no trip is ever overbooked.</summary>
/// <remarks>Every method may be repeated with the same arguments and changes nothing the second time. A store that lost its memory throws <see cref="StoreNotReadyException"/> until it is rebuilt from the ledger.</remarks>
public interface IClaimStore
{
    /// <summary>Claims in order; one atomic step per chunk.</summary>
    /// <param name="requests">The wishes, most urgent first.</param>
    /// <param name="cancel">Stops between two chunks.</param>
    /// <returns>One answer per wish, in the same order.</returns>
    Task<IReadOnlyList<ClaimResult>> ClaimAsync(IReadOnlyList<ClaimRequest> requests, CancellationToken cancel);

    /// <summary>Which of some packages are carried; a matcher asks after a restart for claims made just before it.</summary>
    /// <param name="packages">Package ids.</param>
    /// <param name="cancel">Stops between two chunks.</param>
    /// <returns>The claims that stand, in the order asked; packages without one are left out.</returns>
    Task<IReadOnlyList<StandingClaim>> StandingAsync(IReadOnlyList<string> packages, CancellationToken cancel);

    /// <summary>Takes packages off a withdrawn trip and closes it for claims.</summary>
    /// <param name="trip">Trip id.</param>
    /// <param name="packages">The packages that the caller knows aboard; one that another matcher booked is named by that matcher, which alone tells its release.</param>
    /// <param name="cancel">Stops before the step.</param>
    Task WithdrawTripAsync(string trip, IReadOnlyList<string> packages, CancellationToken cancel);

    /// <summary>Ends packages whose deadline passed, but for those that a trip carries: another matcher may have booked one before it could see the deadline pass.</summary>
    /// <param name="packages">Package ids.</param>
    /// <param name="cancel">Stops between two chunks.</param>
    /// <returns>The claims that stand, in the order asked; packages without one have ended.</returns>
    Task<IReadOnlyList<StandingClaim>> ExpireAsync(IReadOnlyList<string> packages, CancellationToken cancel);

    /// <summary>Ends withdrawn packages for good; one that a trip carries leaves it.</summary>
    /// <param name="packages">Package ids.</param>
    /// <param name="cancel">Stops between two chunks.</param>
    Task EndAsync(IReadOnlyList<string> packages, CancellationToken cancel);
}
