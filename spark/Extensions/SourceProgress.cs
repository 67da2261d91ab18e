using System.Text.Json;

namespace Microsoft.Spark.Extensions;

/// <summary>How far a batch read one source.</summary>
public sealed record SourceProgress
{
    internal SourceProgress(JsonElement source)
    {
        Description = source.GetProperty("description").GetString() ?? "";
        StartOffset = Raw(source, "startOffset");
        EndOffset = Raw(source, "endOffset");
        LatestOffset = Raw(source, "latestOffset");
        NumInputRows = source.GetProperty("numInputRows").GetInt64();
    }

    /// <summary>The source in its own words.</summary>
    public string Description { get; }

    /// <summary>Where the batch starts, as the source's JSON; null for the first batch.</summary>
    public string? StartOffset { get; }

    /// <summary>Where the batch ends, as the source's JSON.</summary>
    public string? EndOffset { get; }

    /// <summary>What the source held then, as the source's JSON; null for sources that do not say.</summary>
    public string? LatestOffset { get; }

    /// <summary>Rows read from this source.</summary>
    public long NumInputRows { get; }

    private static string? Raw(JsonElement source, string name) =>
        source.TryGetProperty(name, out JsonElement offset) && offset.ValueKind != JsonValueKind.Null ? offset.GetRawText() : null;
}
