using System.Text.Json;

namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>A document read by its id.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Source">The document.</param>
public sealed record FoundDocument(string Id, long Version, JsonElement Source);
