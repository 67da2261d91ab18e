namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>What an indexer has done so far.</summary>
/// <param name="Read">Records read.</param>
/// <param name="Indexed">Documents put or removed.</param>
/// <param name="Refused">Documents refused for good.</param>
public readonly record struct IndexerCounts(long Read, long Indexed, long Refused);
