using System.Text;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Producer.Randomness;

namespace SpecialDelivery.Producer.Payments;

/// <summary>Every kind of bad input among payments.</summary>
internal static class PaymentJunk
{
    /// <summary>The catalogue: what is wrong, why it must be refused, and how it is made of a good payment's JSON.</summary>
    public static IReadOnlyList<(string Name, DeadLetterReason Reason, Func<string, byte[]> Spoil)> All { get; } =
    [
        ("truncated JSON", DeadLetterReason.Syntax, Text(json => json[..(json.Length / 2)])),
        ("no value at all", DeadLetterReason.Syntax, Text(_ => "")),
        ("two documents", DeadLetterReason.Syntax, Text(json => json + json)),
        ("rest after the end", DeadLetterReason.Syntax, Text(json => json + "}")),
        ("a field twice", DeadLetterReason.Syntax, Text(json => json[..^1] + ",\"currency\":\"EUR\"}")),
        ("NaN", DeadLetterReason.Syntax, Replace("\"amount\":", "\"amount\":NaN,\"was\":")),
        ("invalid UTF-8", DeadLetterReason.Syntax, InvalidUtf8),
        ("amount as text", DeadLetterReason.Schema, Text(AmountAsText)),
        ("international for isInternational", DeadLetterReason.Schema, Replace("\"isInternational\"", "\"international\"")),
        ("missing user", DeadLetterReason.Schema, Replace("\"userId\"", "\"user\"")),
        ("null for the amount", DeadLetterReason.Schema, Replace("\"amount\":", "\"amount\":null,\"was\":")),
        ("text for a truth value", DeadLetterReason.Schema, Replace("\"isInternational\":", "\"isInternational\":\"True\",\"was\":")),
        ("number for the currency", DeadLetterReason.Schema, Replace("\"USD\"", "840")),
        ("object for the merchant", DeadLetterReason.Schema, Replace("\"merchantId\":", "\"merchantId\":{},\"was\":")),
        ("array instead of an object", DeadLetterReason.Schema, Text(json => $"[{json}]")),
        ("empty user", DeadLetterReason.Id, Replace("\"userId\":\"", "\"userId\":\"\",\"was\":\"")),
        ("blank in the merchant's name", DeadLetterReason.Id, Replace("\"merchant", "\"merchant ", "\"merchantId\":".Length)),
        ("seconds for milliseconds", DeadLetterReason.Time, Text(json => json.Replace("\"transactionTime\":", "\"transactionTime\":1767225600,\"was\":", StringComparison.Ordinal))),
        ("negative amount", DeadLetterReason.Range, Replace("\"amount\":", "\"amount\":-")),
        ("a billion", DeadLetterReason.Range, Replace("\"amount\":", "\"amount\":1e9,\"was\":")),
        ("no known type", DeadLetterReason.Range, Replace("\"transactionType\":\"", "\"transactionType\":\"gift\",\"was\":\"")),
    ];

    /// <summary>The bad record in place of a payment.</summary>
    /// <param name="json">The payment.</param>
    /// <param name="draw">Its dice, which choose the form.</param>
    public static byte[] InPlaceOf(ReadOnlySpan<byte> json, Draw draw) =>
        All[(int)draw.Whole(Field.JunkForm, 0, All.Count - 1)].Spoil(Encoding.UTF8.GetString(json));

    private static Func<string, byte[]> Text(Func<string, string> change) => json => Encoding.UTF8.GetBytes(change(json));

    private static Func<string, byte[]> Replace(string from, string to, int after = 0) => Text(json =>
    {
        int at = json.IndexOf(from, after == 0 ? 0 : json.IndexOf("\"merchantId\":", StringComparison.Ordinal) + after, StringComparison.Ordinal);
        return string.Concat(json.AsSpan(0, at), to, json.AsSpan(at + from.Length));
    });

    private static string AmountAsText(string json)
    {
        int at = json.IndexOf("\"amount\":", StringComparison.Ordinal) + "\"amount\":".Length;
        int end = json.IndexOf(',', at);
        return $"{json[..at]}\"{json[at..end]}\"{json[end..]}";
    }

    private static byte[] InvalidUtf8(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        bytes[bytes.Length / 2] = 0xFF; // a byte that UTF-8 never holds
        return bytes;
    }
}
