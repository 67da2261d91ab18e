using System.Text.Json;

namespace Microsoft.Spark.Extensions;

/// <summary>What one batch of a streaming query did, as Spark reports it.</summary>
public sealed record StreamingQueryProgress
{
    private StreamingQueryProgress(string json, JsonElement root)
    {
        Json = json;
        Id = root.GetProperty("id").GetGuid();
        RunId = root.GetProperty("runId").GetGuid();
        Name = root.TryGetProperty("name", out JsonElement name) ? name.GetString() : null;
        Timestamp = root.GetProperty("timestamp").GetDateTimeOffset();
        BatchId = root.GetProperty("batchId").GetInt64();
        NumInputRows = root.GetProperty("numInputRows").GetInt64();
        InputRowsPerSecond = Rate(root, "inputRowsPerSecond");
        ProcessedRowsPerSecond = Rate(root, "processedRowsPerSecond");
        DurationMs = Entries(root, "durationMs", value => value.GetInt64());
        EventTime = Entries(root, "eventTime", value => value.GetDateTimeOffset());
        Sources = [.. root.GetProperty("sources").EnumerateArray().Select(source => new SourceProgress(source))];
    }

    /// <summary>The query; the same over restarts from one checkpoint.</summary>
    public Guid Id { get; }

    /// <summary>The start of the query.</summary>
    public Guid RunId { get; }

    /// <summary>Name of the query, or null when it has none.</summary>
    public string? Name { get; }

    /// <summary>When the batch started.</summary>
    public DateTimeOffset Timestamp { get; }

    /// <summary>Number of the batch, from 0.</summary>
    public long BatchId { get; }

    /// <summary>Rows read from all sources.</summary>
    public long NumInputRows { get; }

    /// <summary>Rows arriving per second since the last batch started; NaN when Spark does not know.</summary>
    public double InputRowsPerSecond { get; }

    /// <summary>Rows processed per second; NaN when Spark does not know.</summary>
    public double ProcessedRowsPerSecond { get; }

    /// <summary>Milliseconds each step took, such as <c>triggerExecution</c> and <c>addBatch</c>.</summary>
    public IReadOnlyDictionary<string, long> DurationMs { get; }

    /// <summary>Event times of the batch: <c>min</c>, <c>max</c>, <c>avg</c> and <c>watermark</c>, those Spark knows.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> EventTime { get; }

    /// <summary>How far each source was read.</summary>
    public IReadOnlyList<SourceProgress> Sources { get; }

    /// <summary>The report as Spark wrote it.</summary>
    public string Json { get; }

    internal static StreamingQueryProgress Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return new(json, document.RootElement);
    }

    // Spark leaves out a rate it cannot compute.
    private static double Rate(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement rate) && rate.ValueKind == JsonValueKind.Number ? rate.GetDouble() : double.NaN;

    private static Dictionary<string, T> Entries<T>(JsonElement root, string name, Func<JsonElement, T> read) =>
        root.TryGetProperty(name, out JsonElement entries)
            ? entries.EnumerateObject().ToDictionary(entry => entry.Name, entry => read(entry.Value))
            : [];
}
