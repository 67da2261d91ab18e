using System.Text;
using System.Text.Unicode;
using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.Orders;

/// <summary>Makes dead letters of refused records.</summary>
public static class DeadLetters
{
    /// <summary>Keeps a refused record with its reason.</summary>
    /// <param name="topic">Where it came from.</param>
    /// <param name="partition">Where it came from.</param>
    /// <param name="offset">Where it came from.</param>
    /// <param name="value">The record's value; empty for a tombstone.</param>
    /// <param name="rejection">Why it was refused.</param>
    /// <param name="at">Wall clock, unix milliseconds.</param>
    /// <returns>The event; its value is text where the record is valid UTF-8, else base64, of the first <see cref="DeadLetterEvent.MaxValueBytes"/> bytes at most, and no character is cut in two.</returns>
    public static DeadLetterEvent Create(string topic, int partition, long offset, ReadOnlySpan<byte> value, Rejection rejection, long at)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        bool isText = Utf8.IsValid(value);
        ReadOnlySpan<byte> kept = value[..Math.Min(value.Length, DeadLetterEvent.MaxValueBytes)];
        if (isText && kept.Length < value.Length)
        {
            kept = kept[..WholeCharacters(value, kept.Length)];
        }

        return new(
            topic,
            partition,
            offset,
            rejection.Reason,
            rejection.Detail,
            isText ? Encoding.UTF8.GetString(kept) : Convert.ToBase64String(kept),
            isText ? "utf-8" : "base64",
            at);
    }

    // Bytes 10xxxxxx continue a character: a cut before one of them would split it.
    private static int WholeCharacters(ReadOnlySpan<byte> text, int length)
    {
        while ((text[length] & 0xC0) == 0x80)
        {
            length--;
        }

        return length;
    }
}
