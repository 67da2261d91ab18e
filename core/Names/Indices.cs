namespace SpecialDelivery.Core.Names;

/// <summary>Every Elasticsearch index, declared once.</summary>
public static class Indices
{
    /// <summary>Matches; document id = package id.</summary>
    public const string Matches = "matches";

    /// <summary>App events: an alias over one index per period, <c>events-YYYY.MM</c> or <c>events-YYYY.MM.DD</c>.</summary>
    public const string Events = "events";

    /// <summary>Counts of app events; document id = window start, unix seconds, + type.</summary>
    public const string EventCounts = "events_aggregation";
}
