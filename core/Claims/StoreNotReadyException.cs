namespace SpecialDelivery.Core.Claims;

/// <summary>The claim store has lost its memory, or never had one: claiming now could book a trip twice.</summary>
/// <param name="message">What was found, and the cure.</param>
public sealed class StoreNotReadyException(string message) : Exception($"STORE_NOT_READY: {message}");
