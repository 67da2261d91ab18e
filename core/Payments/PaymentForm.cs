using System.Buffers;
using System.Text;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Payments;

/// <summary>The usual form of a payment's JSON, read without a JSON reader: its fields in the order in which <see cref="PaymentFields"/> lists them, no blanks, no escapes.</summary>
/// <remarks>
/// What has this form is a sound payment, and <see cref="PaymentParser"/> reads the same from it; what has another may be sound all the same: only the strict reader refuses.
/// </remarks>
public static class PaymentForm
{
    private const int LongestMethod = 32;
    private const int CurrencyLength = 3;

    private static readonly SearchValues<byte> IdBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-"u8);
    private static readonly SearchValues<byte> PlaceBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz .'-"u8);
    private static readonly SearchValues<byte> MethodBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyz_"u8);
    private static readonly SearchValues<byte> CurrencyBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    private static readonly byte[] Begin = Bytes($"{{\"{PaymentFields.TransactionId}\":\"");
    private static readonly byte[] ToUser = Bytes($"\",\"{PaymentFields.UserId}\":\"");
    private static readonly byte[] ToAmount = Bytes($"\",\"{PaymentFields.Amount}\":");
    private static readonly byte[] ToTime = Bytes($",\"{PaymentFields.TransactionTime}\":");
    private static readonly byte[] ToMerchant = Bytes($",\"{PaymentFields.MerchantId}\":\"");
    private static readonly byte[] ToType = Bytes($"\",\"{PaymentFields.TransactionType}\":\"");
    private static readonly byte[] ToLocation = Bytes($"\",\"{PaymentFields.Location}\":\"");
    private static readonly byte[] ToMethod = Bytes($"\",\"{PaymentFields.PaymentMethod}\":\"");
    private static readonly byte[] ToInternational = Bytes($"\",\"{PaymentFields.IsInternational}\":");
    private static readonly byte[] ToCurrency = Bytes($",\"{PaymentFields.Currency}\":\"");

    /// <summary>Reads a record of the usual form.</summary>
    /// <param name="record">Any bytes.</param>
    /// <param name="payment">The payment; its names are slices of the record.</param>
    /// <returns>False for any other form, sound or not.</returns>
    public static bool TryRead(ReadOnlySpan<byte> record, out PlainPayment payment)
    {
        payment = default;
        FormReader form = new(record);
        if (!form.Skip(Begin) || !IsId(form.Take(IdBytes), out ReadOnlySpan<byte> id)
            || !form.Skip(ToUser) || !IsId(form.Take(IdBytes), out ReadOnlySpan<byte> user)
            || !form.Skip(ToAmount) || !form.TakeCents(out long cents) || cents is < PaymentLimits.MinAmountCents or > PaymentLimits.MaxAmountCents
            || !form.Skip(ToTime) || !form.TakeWhole(out long time) || !OrderTime.IsValid(time)
            || !form.Skip(ToMerchant) || !IsId(form.Take(IdBytes), out ReadOnlySpan<byte> merchant)
            || !form.Skip(ToType) || !(form.Skip("purchase"u8) || form.Skip("refund"u8))
            || !form.Skip(ToLocation) || form.Take(PlaceBytes) is not { Length: > 0 and <= PaymentLimits.MaxLocationLength } location
            || !form.Skip(ToMethod) || form.Take(MethodBytes) is not { Length: > 0 and <= LongestMethod }
            || !form.Skip(ToInternational) || !(form.Skip("false"u8) || form.Skip("true"u8))
            || !form.Skip(ToCurrency) || form.Take(CurrencyBytes) is not { Length: CurrencyLength }
            || !form.Skip("\"}"u8) || !form.IsAtEnd)
        {
            return false;
        }

        payment = new() { TransactionId = id, User = user, Merchant = merchant, Location = location, Cents = cents, Time = time };
        return true;
    }

    private static bool IsId(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> id)
    {
        id = text;
        return text.Length is > 0 and <= OrderId.MaxLength && !text.SequenceEqual("."u8) && !text.SequenceEqual(".."u8);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
