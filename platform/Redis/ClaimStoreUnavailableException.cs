namespace SpecialDelivery.Platform.Redis;

/// <summary>Redis does not answer, or answers that it cannot work now. Nothing is known of the last call; it may be repeated.</summary>
/// <param name="address">Redis's <c>host:port</c>.</param>
/// <param name="attempts">How often it was tried.</param>
/// <param name="cause">What happened at the last attempt.</param>
public sealed class ClaimStoreUnavailableException(string address, int attempts, Exception cause)
    : Exception($"Redis at {address} failed {attempts} times, at last with: {cause?.Message} Check that it runs and has memory and disk left, then repeat.", cause)
{
    /// <summary>Redis's <c>host:port</c>.</summary>
    public string Address { get; } = address;
}
