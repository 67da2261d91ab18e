using System.Text.Json;

namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>Elasticsearch's answer to a search.</summary>
/// <param name="Body">The whole answer.</param>
public sealed record SearchResult(JsonElement Body)
{
    /// <summary>Whether every shard answered in time; otherwise documents may be missing.</summary>
    public bool IsComplete => !Body.GetProperty("timed_out").GetBoolean() && Body.GetProperty("_shards").GetProperty("failed").GetInt32() == 0;

    /// <summary>Documents found in all; exact because each search asks for it.</summary>
    public long Total => Body.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64();

    /// <summary>The documents of this page, each with <c>_id</c>, <c>_source</c> and, where the search sorts, <c>sort</c>.</summary>
    public IEnumerable<JsonElement> Hits => Body.GetProperty("hits").GetProperty("hits").EnumerateArray();

    /// <summary>The sources of this page's documents.</summary>
    public IEnumerable<JsonElement> Sources => Hits.Select(hit => hit.GetProperty("_source"));
}
