namespace SpecialDelivery.Core.Payments;

/// <summary>A sum and a count.</summary>
/// <param name="AmountCents">Sum, cents.</param>
/// <param name="Count">Count.</param>
public readonly record struct MerchantTotal(long AmountCents, long Count)
{
    /// <summary>Both together.</summary>
    public static MerchantTotal operator +(MerchantTotal a, MerchantTotal b) => Add(a, b);

    /// <summary>Both together.</summary>
    /// <exception cref="OverflowException">The sum is beyond 64 bits.</exception>
    public static MerchantTotal Add(MerchantTotal a, MerchantTotal b) => new(checked(a.AmountCents + b.AmountCents), checked(a.Count + b.Count));
}
