namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Payments of one user to one merchant at one place within one second, added up; one that may stand out is a group of its own.</summary>
/// <param name="Merchant">Who was paid.</param>
/// <param name="User">Who paid.</param>
/// <param name="Place">Where.</param>
/// <param name="Second">When, unix seconds.</param>
/// <param name="Odd">Transaction id of a payment that is kept apart; null for a group of ordinary ones.</param>
/// <param name="Count">How many.</param>
/// <param name="Cents">Sum of the amounts.</param>
/// <param name="SquaredCents">Sum of the squares of the amounts.</param>
public readonly record struct PaymentGroup(
    string Merchant, string User, string Place, long Second, string? Odd, long Count, long Cents, double SquaredCents)
{
    /// <summary>One payment alone.</summary>
    /// <param name="payment">The payment.</param>
    public static PaymentGroup Of(Payment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return new(
            payment.MerchantId,
            payment.UserId,
            payment.Location,
            payment.TransactionTime / 1_000,
            payment.TransactionId,
            1,
            payment.AmountCents,
            (double)payment.AmountCents * payment.AmountCents);
    }
}
