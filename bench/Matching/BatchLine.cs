using System.Text.Json.Serialization;

namespace SpecialDelivery.Bench.Matching;

/// <summary>A batch as the job reports it.</summary>
internal sealed record BatchLine(
    [property: JsonPropertyName("batch")] long Batch,
    [property: JsonPropertyName("records")] int Records,
    [property: JsonPropertyName("matched")] int Matched,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("steps")] IReadOnlyDictionary<string, double> Steps);
