namespace SpecialDelivery.Core.Events;

/// <summary>A record of topic <c>dead_letters</c>: what was refused, where it stood, and why.</summary>
/// <param name="Topic">Where it came from.</param>
/// <param name="Partition">Where it came from.</param>
/// <param name="Offset">Where it came from.</param>
/// <param name="Reason">Why, in one word.</param>
/// <param name="Detail">Why, in a sentence: what, where, the allowed range.</param>
/// <param name="Value">The record's value, cut at <see cref="MaxValueBytes"/>.</param>
/// <param name="Encoding">How <paramref name="Value"/> is written: "utf-8", or "base64" for bytes that are no text.</param>
/// <param name="At">Wall clock, unix milliseconds.</param>
public sealed record DeadLetterEvent(
    string Topic,
    int Partition,
    long Offset,
    DeadLetterReason Reason,
    string Detail,
    string Value,
    string Encoding,
    long At)
{
    /// <summary>How much of a value is kept, bytes.</summary>
    public const int MaxValueBytes = 16_384;
}
