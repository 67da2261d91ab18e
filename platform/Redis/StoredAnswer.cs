namespace SpecialDelivery.Platform.Redis;

/// <summary>What an <see cref="AnswerStore"/> remembers of a request.</summary>
/// <param name="Fingerprint">Hash of the request that came first.</param>
/// <param name="Answer">What it was answered; null while it runs.</param>
public sealed record StoredAnswer(string Fingerprint, byte[]? Answer);
