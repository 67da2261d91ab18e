namespace SpecialDelivery.Api.Freshness;

/// <summary>How far the search index is behind the topic.</summary>
/// <param name="LagRecords">Good records that it does not hold yet, at most; null when that is not known.</param>
/// <param name="LagSeconds">Age of the oldest of them; 0 when there is none, null when that is not known.</param>
/// <param name="AsOf">When this was found out, unix seconds.</param>
internal sealed record FreshnessView(long? LagRecords, double? LagSeconds, long AsOf);
