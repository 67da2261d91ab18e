namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>A document that Elasticsearch will not take, however often it is sent.</summary>
/// <param name="Item">The document.</param>
/// <param name="Status">HTTP status of the item.</param>
/// <param name="Reason">Why, in Elasticsearch's words.</param>
public sealed record BulkFailure(BulkItem Item, int Status, string Reason);
