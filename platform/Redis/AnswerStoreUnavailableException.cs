namespace SpecialDelivery.Platform.Redis;

/// <summary>Redis does not answer, so it cannot be known whether a request was answered before.</summary>
/// <param name="cause">What Redis said.</param>
public sealed class AnswerStoreUnavailableException(Exception cause) : Exception(cause?.Message, cause);
