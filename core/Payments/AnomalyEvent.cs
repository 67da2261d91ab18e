using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Payments;

/// <summary>A record of topic <c>transaction_anomalies</c>.</summary>
/// <param name="TransactionId">The payment; null for a burst, which is many.</param>
/// <param name="UserId">Who paid.</param>
/// <param name="MerchantId">Who was paid.</param>
/// <param name="Reason">Why it stands out.</param>
/// <param name="Detail">The same in a sentence, with the figures behind it.</param>
/// <param name="Score">How far it stands out: robust standard deviations, or km/h of travel.</param>
/// <param name="From">When, or a burst's begin: unix milliseconds.</param>
/// <param name="To">When, or a burst's end, exclusive: unix milliseconds.</param>
/// <param name="TransactionCount">How many payments it is about.</param>
/// <param name="Amount">What they sum up to.</param>
/// <param name="Batch">The batch that found it.</param>
public sealed record AnomalyEvent(
    [property: JsonPropertyName("transactionId")] string? TransactionId,
    [property: JsonPropertyName("userId")] string UserId,
    [property: JsonPropertyName("merchantId")] string MerchantId,
    [property: JsonPropertyName("reason")] AnomalyReason Reason,
    [property: JsonPropertyName("detail")] string Detail,
    [property: JsonPropertyName("score")] double Score,
    [property: JsonPropertyName("from")] long From,
    [property: JsonPropertyName("to")] long To,
    [property: JsonPropertyName("transactionCount")] long TransactionCount,
    [property: JsonPropertyName("amount")] decimal Amount,
    [property: JsonPropertyName("batch")] long Batch);
