namespace SpecialDelivery.Core.Payments;

/// <summary>Field names of payments on the wire.</summary>
public static class PaymentFields
{
    /// <summary>Id, text.</summary>
    public const string TransactionId = "transactionId";

    /// <summary>Who paid, text.</summary>
    public const string UserId = "userId";

    /// <summary>How much, in the currency's unit.</summary>
    public const string Amount = "amount";

    /// <summary>When, unix milliseconds.</summary>
    public const string TransactionTime = "transactionTime";

    /// <summary>Who was paid, text.</summary>
    public const string MerchantId = "merchantId";

    /// <summary><c>purchase</c> or <c>refund</c>.</summary>
    public const string TransactionType = "transactionType";

    /// <summary>Where, text.</summary>
    public const string Location = "location";

    /// <summary>How, text.</summary>
    public const string PaymentMethod = "paymentMethod";

    /// <summary>Whether it crossed a border, true or false.</summary>
    public const string IsInternational = "isInternational";

    /// <summary>Three capital letters.</summary>
    public const string Currency = "currency";
}
