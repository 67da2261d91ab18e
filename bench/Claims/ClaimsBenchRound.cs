namespace SpecialDelivery.Bench.Claims;

/// <summary>One round's rates, claims per second.</summary>
/// <param name="Ours">The claim store, from requests to results, over one connection.</param>
/// <param name="Ceiling">The same script with arguments of the same shape, driven by redis-benchmark.</param>
/// <param name="WatchMulti">One claim per WATCH/MULTI transaction.</param>
public readonly record struct ClaimsBenchRound(double Ours, double Ceiling, double WatchMulti);
