using System.Text.Json.Serialization;

namespace SpecialDelivery.Bench.Transactions;

/// <summary>A batch as the job reports it.</summary>
internal sealed record PaymentBatchLine(
    [property: JsonPropertyName("batch")] long Batch,
    [property: JsonPropertyName("records")] long Records,
    [property: JsonPropertyName("quarantined")] long Quarantined,
    [property: JsonPropertyName("anomalies")] long Anomalies,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("steps")] IReadOnlyDictionary<string, double> Steps);
