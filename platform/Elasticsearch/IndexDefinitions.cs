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

    /// <summary>Index <c>events_aggregation</c>.</summary>
    public const string EventCounts = """
        {
          "settings": { "auto_expand_replicas": "0-1" },
          "mappings": {
            "dynamic": "strict",
            "properties": {
              "id": { "type": "keyword" },
              "window_start_time": { "type": "date", "format": "epoch_second" },
              "event_type": { "type": "keyword" },
              "count": { "type": "long" }
            }
          }
        }
        """;

    /// <summary>One period of the alias <c>events</c>. Sorted as searches are: a page stops at its last event, and a range of time is a range of documents. <c>ts</c> is a date, so that a range which covers a whole period costs nothing; <c>params</c> takes any names without growing the mapping.</summary>
    public const string Events = """
        {
          "settings": { "auto_expand_replicas": "0-1", "index.sort.field": ["ts", "id"], "index.sort.order": ["desc", "desc"] },
          "aliases": { "events": {} },
          "mappings": {
            "dynamic": "strict",
            "properties": {
              "id": { "type": "keyword" },
              "ts": { "type": "date", "format": "epoch_second" },
              "event_type": { "type": "keyword" },
              "params": { "type": "flattened" },
              "late": { "type": "boolean" },
              "partition": { "type": "integer" },
              "offset": { "type": "long" }
            }
          }
        }
        """;
}
