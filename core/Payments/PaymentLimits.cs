namespace SpecialDelivery.Core.Payments;

/// <summary>Ranges of the values in payments.</summary>
public static class PaymentLimits
{
    /// <summary>Least amount, cents.</summary>
    public const long MinAmountCents = 1;

    /// <summary>Largest amount, cents: a million less a cent. Sums of 9 × 10^10 such amounts fit a 64-bit integer.</summary>
    public const long MaxAmountCents = 99_999_999;

    /// <summary>Longest name of a place, characters.</summary>
    public const int MaxLocationLength = 64;

    /// <summary>Largest record, bytes of its value.</summary>
    public const int MaxRecordBytes = 65_536;
}
