namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>A document to put, or to remove.</summary>
/// <param name="Id">Document id; the same id again replaces the document.</param>
/// <param name="Source">The document, UTF-8 JSON; null = remove it.</param>
public readonly record struct BulkItem(string Id, byte[]? Source);
