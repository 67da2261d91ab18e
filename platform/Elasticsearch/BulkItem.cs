namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>A document to put, or to remove.</summary>
/// <param name="Id">Document id; the same id again replaces the document.</param>
/// <param name="Source">The document, UTF-8 JSON; null = remove it.</param>
/// <param name="OnlyIfAbsent">Whether a document that is there already stays: the item is then handed back with status 409.</param>
/// <param name="Version">Put only over a lower version, else the item is handed back with status 409; at least 0; null = over anything.</param>
public readonly record struct BulkItem(string Id, byte[]? Source, bool OnlyIfAbsent = false, long? Version = null);
