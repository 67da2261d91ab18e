using System.Text;

namespace SpecialDelivery.Core.Payments;

/// <summary>Which fields a payment must have, and of what type.</summary>
public static class PaymentSchema
{
    /// <summary>How many fields there are.</summary>
    internal const int Fields = (int)PaymentField.Currency + 1;

    private static readonly string[] Names =
    [
        PaymentFields.TransactionId,
        PaymentFields.UserId,
        PaymentFields.Amount,
        PaymentFields.TransactionTime,
        PaymentFields.MerchantId,
        PaymentFields.TransactionType,
        PaymentFields.Location,
        PaymentFields.PaymentMethod,
        PaymentFields.IsInternational,
        PaymentFields.Currency,
    ];

    private static readonly byte[][] Utf8Names = Array.ConvertAll(Names, Encoding.UTF8.GetBytes);

    /// <summary>The name on the wire.</summary>
    internal static string Name(PaymentField field) => Names[(int)field];

    /// <summary>The name on the wire, UTF-8.</summary>
    internal static ReadOnlySpan<byte> Utf8Name(int field) => Utf8Names[field];

    /// <summary>What a field must be, in words.</summary>
    internal static string TypeName(PaymentField field) => field switch
    {
        PaymentField.Amount => "a number",
        PaymentField.TransactionTime => "an integer",
        PaymentField.IsInternational => "true or false",
        _ => "a string",
    };
}
