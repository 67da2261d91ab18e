namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>Settings and mappings of the indices.</summary>
public static class IndexDefinitions
{
    /// <summary>Index <c>matches</c>. Fields it does not name are kept, but not searched.</summary>
    public const string Matches = """
        {
          "settings": { "auto_expand_replicas": "0-1" },
          "mappings": {
            "dynamic": false,
            "properties": {
              "package": { "type": "keyword" },
              "trip": { "type": "keyword" },
              "pickup_metres": { "type": "double" },
              "dropoff_metres": { "type": "double" },
              "added_metres": { "type": "double" },
              "space": { "type": "integer" },
              "rank": { "type": "integer" },
              "fence": { "type": "long" },
              "matched_at": { "type": "date", "format": "epoch_millis" },
              "batch": { "type": "long" }
            }
          }
        }
        """;
}
