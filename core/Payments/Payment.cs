namespace SpecialDelivery.Core.Payments;

/// <summary>Money that moved: an event of topic <c>financial_transactions</c>.</summary>
/// <param name="TransactionId">Its id, see <see cref="Orders.OrderId"/> for what ids may look like.</param>
/// <param name="UserId">Who paid, an id.</param>
/// <param name="AmountCents">How much, hundredths of the currency's unit, at least 1; a refund's amount is positive too.</param>
/// <param name="TransactionTime">When, unix milliseconds UTC.</param>
/// <param name="MerchantId">Who was paid, an id.</param>
/// <param name="Type">Which way the money went.</param>
/// <param name="Location">Where, the name of a place.</param>
/// <param name="PaymentMethod">How, such as <c>credit_card</c>.</param>
/// <param name="IsInternational">Whether it crossed a border.</param>
/// <param name="Currency">Three capital letters.</param>
public sealed record Payment(
    string TransactionId,
    string UserId,
    long AmountCents,
    long TransactionTime,
    string MerchantId,
    PaymentType Type,
    string Location,
    string PaymentMethod,
    bool IsInternational,
    string Currency);
