namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>What became of a bulk.</summary>
/// <param name="Done">Documents put or removed; of several with the same id only the last counts.</param>
/// <param name="Failures">Documents refused for good: the caller must keep them elsewhere.</param>
public sealed record BulkResult(int Done, IReadOnlyList<BulkFailure> Failures);
