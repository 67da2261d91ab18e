using System.Text.Json.Serialization;

namespace SpecialDelivery.Bench.Transactions;

/// <summary>A way to read payments, as measured by the job's own program.</summary>
internal sealed record DecodeLine(
    [property: JsonPropertyName("way")] string Way,
    [property: JsonPropertyName("records")] long Records,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("per_second")] double PerSecond);
