namespace SpecialDelivery.Core.Payments;

/// <summary>The fields of a payment in the order in which they are written.</summary>
internal enum PaymentField
{
    TransactionId,
    UserId,
    Amount,
    TransactionTime,
    MerchantId,
    TransactionType,
    Location,
    PaymentMethod,
    IsInternational,
    Currency,
}
