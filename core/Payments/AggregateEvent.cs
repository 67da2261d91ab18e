using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Payments;

/// <summary>A record of topic <c>transaction_aggregates</c>: what one batch adds to a merchant's minute.</summary>
/// <remarks>(batch, merchant, window) is its id: the later record of an id replaces the earlier, so a repeated batch replaces itself. Totals are sums over batches, see <see cref="AggregateBook"/>.</remarks>
/// <param name="MerchantId">Merchant, the record's key.</param>
/// <param name="TotalAmount">Sum of the amounts, purchases and refunds alike, exact to the cent.</param>
/// <param name="TransactionCount">How many payments.</param>
/// <param name="WindowStart">Begin of the minute, unix milliseconds.</param>
/// <param name="WindowEnd">Its end, exclusive, unix milliseconds.</param>
/// <param name="Batch">The batch; <see cref="Running"/> when the figures are those of the whole stream so far.</param>
public sealed record AggregateEvent(
    [property: JsonPropertyName("merchantId")] string MerchantId,
    [property: JsonPropertyName("totalAmount")] decimal TotalAmount,
    [property: JsonPropertyName("transactionCount")] long TransactionCount,
    [property: JsonPropertyName("windowStart")] long WindowStart,
    [property: JsonPropertyName("windowEnd")] long WindowEnd,
    [property: JsonPropertyName("batch")] long Batch)
{
    /// <summary>In place of a batch: a running total, which replaces the one before.</summary>
    public const long Running = -1;

    /// <summary>Length of a window, milliseconds.</summary>
    public const long WindowMilliseconds = 60_000;
}
