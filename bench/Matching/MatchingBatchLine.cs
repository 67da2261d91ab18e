using System.Text.Json.Serialization;
using SpecialDelivery.Bench.Jobs;

namespace SpecialDelivery.Bench.Matching;

/// <summary>A batch as the job <c>matching</c> reports it.</summary>
internal sealed record MatchingBatchLine(
    long Batch,
    long Records,
    double Seconds,
    IReadOnlyDictionary<string, double> Steps,
    [property: JsonPropertyName("matched")] int Matched) : BatchLine(Batch, Records, Seconds, Steps);
