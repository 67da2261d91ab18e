using System.Text.Json.Serialization;

namespace SpecialDelivery.Api.Legacy;

/// <summary>The answer of the old paths; the order of its members is fixed.</summary>
/// <typeparam name="T">A count, or a list of events.</typeparam>
/// <param name="Result">What was asked for.</param>
/// <param name="Status">"SUCCESS".</param>
/// <param name="TimeStamp">When it was answered, unix milliseconds.</param>
internal sealed record Envelope<T>(
    [property: JsonPropertyName("result")] T Result,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("timeStamp")] long TimeStamp);
