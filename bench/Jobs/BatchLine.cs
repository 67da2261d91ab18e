using System.Text.Json.Serialization;

namespace SpecialDelivery.Bench.Jobs;

/// <summary>What every job reports of a batch, and nothing that only one of them does.</summary>
internal record BatchLine(
    [property: JsonPropertyName("batch")] long Batch,
    [property: JsonPropertyName("records")] long Records,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("steps")] IReadOnlyDictionary<string, double> Steps)
{
    /// <summary>A job's first batches, in which Spark's code is still being compiled.</summary>
    public const int ColdBatches = 2;
}
