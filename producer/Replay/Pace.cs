using System.Globalization;

namespace SpecialDelivery.Producer.Replay;

/// <summary>How fast event time passes against the wall clock.</summary>
/// <param name="Factor">Seconds of event time per second; null for as fast as possible.</param>
public sealed record Pace(double? Factor)
{
    private const double MinFactor = 0.01;
    private const double MaxFactor = 1e9;

    /// <summary>As fast as possible.</summary>
    public static Pace Max { get; } = new((double?)null);

    /// <summary>Reads a pace.</summary>
    /// <param name="text"><c>max</c>, or a factor of 0.01 to 1000000000 such as <c>1200x</c>.</param>
    /// <returns>The pace, null for anything else.</returns>
    public static Pace? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "max")
        {
            return Max;
        }

        ReadOnlySpan<char> number = text.EndsWith('x') ? text.AsSpan(0, text.Length - 1) : text;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double factor) && factor is >= MinFactor and <= MaxFactor
            ? new(factor)
            : null;
    }

    /// <summary>When a record's turn is, on the wall clock.</summary>
    /// <param name="firstSendAt">Event time of the first record, unix milliseconds.</param>
    /// <param name="sendAt">Event time of this one, unix milliseconds.</param>
    /// <returns>Time since the first record was sent.</returns>
    public TimeSpan DueAfter(long firstSendAt, long sendAt) =>
        Factor is { } factor ? TimeSpan.FromMilliseconds((sendAt - firstSendAt) / factor) : TimeSpan.Zero;

    /// <summary>The pace as it is typed.</summary>
    /// <returns>What <see cref="Parse"/> reads.</returns>
    public override string ToString() => Factor is { } factor ? string.Create(CultureInfo.InvariantCulture, $"{factor}x") : "max";
}
