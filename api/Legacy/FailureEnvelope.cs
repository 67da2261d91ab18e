using System.Text.Json.Serialization;

namespace SpecialDelivery.Api.Legacy;

/// <summary>A fault on the old paths; the order of its members is fixed.</summary>
/// <param name="Status">"FAILURE".</param>
/// <param name="Reason">What is wrong, in words.</param>
/// <param name="TimeStamp">When it was answered, unix milliseconds.</param>
internal sealed record FailureEnvelope(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("timeStamp")] long TimeStamp);
