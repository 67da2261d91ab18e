using System.Buffers.Binary;
using System.Text;
using SpecialDelivery.Core.Payments;

namespace SpecialDelivery.Producer.Payments;

/// <summary>Writes payments as JSON without an object per payment: names and whole runs of fields lie ready as bytes, only ids and numbers are formatted.</summary>
internal static class PaymentWriter
{
    /// <summary>Longest payment, bytes.</summary>
    public const int MaxBytes = 512;

    private const ulong OddFactor = 0xBF58476D1CE4E5B9; // multiplying by an odd number loses nothing: ids stay unique

    private static readonly string[] MethodNames = ["credit_card", "debit_card", "paypal", "bank_transfer"];

    private static readonly byte[][] Users = [.. Enumerable.Range(0, PaymentStream.Users)
        .Select(user => Bytes($"\",\"{PaymentFields.UserId}\":\"user{user}\",\"{PaymentFields.Amount}\":"))];

    private static readonly byte[][] MerchantsAndTypes = [.. Enumerable.Range(0, PaymentStream.Merchants * 2)
        .Select(i => Bytes($",\"{PaymentFields.MerchantId}\":\"merchant{i / 2}\",\"{PaymentFields.TransactionType}\":\"{(i % 2 == 0 ? "purchase" : "refund")}\",\"{PaymentFields.Location}\":\""))];

    private static readonly byte[][] Ends = [.. Enumerable.Range(0, Places.All.Count * 8)
        .Select(i => Bytes($"{Places.All[i / 8].Name}\",\"{PaymentFields.PaymentMethod}\":\"{MethodNames[i / 2 % 4]}\",\"{PaymentFields.IsInternational}\":{(i % 2 == 0 ? "false" : "true")},\"{PaymentFields.Currency}\":\"USD\"}}"))];

    /// <summary>The four ways to pay.</summary>
    public static IReadOnlyList<string> Methods => MethodNames;

    private static ReadOnlySpan<byte> Begin => "{\"transactionId\":\""u8;

    private static ReadOnlySpan<byte> Time => ",\"transactionTime\":"u8;

    /// <summary>Writes a payment.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="to">At least <see cref="MaxBytes"/> bytes.</param>
    /// <returns>How many bytes it took.</returns>
    public static int Write(in PaymentDraft payment, Span<byte> to)
    {
        Begin.CopyTo(to);
        int at = Begin.Length;
        TransactionId(payment).TryFormat(to[at..], out int written);
        at += written;
        at += Put(to[at..], Users[payment.User]);
        (int whole, int cents) = Math.DivRem(payment.Cents, 100);
        whole.TryFormat(to[at..], out written);
        at += written;
        to[at] = (byte)'.';
        to[at + 1] = (byte)('0' + (cents / 10));
        to[at + 2] = (byte)('0' + (cents % 10));
        at += 3;
        at += Put(to[at..], Time);
        payment.Time.TryFormat(to[at..], out written);
        at += written;
        at += Put(to[at..], MerchantsAndTypes[(payment.Merchant * 2) + (payment.IsRefund ? 1 : 0)]);
        at += Put(to[at..], Ends[(payment.Place * 8) + (payment.Method * 2) + (payment.IsInternational ? 1 : 0)]);
        return at;
    }

    private static Guid TransactionId(in PaymentDraft payment)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, payment.Key ^ ((ulong)payment.Id * OddFactor >> 32));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (ulong)payment.Id * OddFactor);
        return new Guid(bytes, bigEndian: true);
    }

    private static int Put(Span<byte> to, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(to);
        return bytes.Length;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
