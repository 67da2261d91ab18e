using System.Text.Json;

namespace SpecialDelivery.Bench.Search;

/// <summary>What a search benchmark measured; each pair of requests was sent one right after the other, in turns first.</summary>
/// <param name="Documents">Events in the index.</param>
/// <param name="Requests">Pairs per kind.</param>
/// <param name="DocumentsPerSecond">How fast the index was filled.</param>
/// <param name="Count">Counts through the service.</param>
/// <param name="CountDirect">The same straight to Elasticsearch.</param>
/// <param name="Page">Pages through the service.</param>
/// <param name="PageDirect">The same straight to Elasticsearch.</param>
internal sealed record SearchBenchResult(
    int Documents, int Requests, double DocumentsPerSecond, Latencies Count, Latencies CountDirect, Latencies Page, Latencies PageDirect)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>99th percentile of a count against the direct one.</summary>
    public double CountRatio => Math.Round(Count.P99 / CountDirect.P99, 3);

    /// <summary>99th percentile of a page against the direct one.</summary>
    public double PageRatio => Math.Round(Page.P99 / PageDirect.P99, 3);

    /// <summary>Everything on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <inheritdoc/>
    public override string ToString() =>
        $"""
        {Documents:N0} events, filled at {DocumentsPerSecond:N0}/s, {Requests:N0} pairs per kind, {Environment.ProcessorCount} cores with every server on them
        count        {Count}; straight to Elasticsearch {CountDirect}; p99 ratio {CountRatio:0.00}
        search page  {Page}; straight to Elasticsearch {PageDirect}; p99 ratio {PageRatio:0.00}
        """;
}
