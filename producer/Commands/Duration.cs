using System.Buffers;
using System.Globalization;

namespace SpecialDelivery.Producer.Commands;

/// <summary>Times on the command line.</summary>
internal static class Duration
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads a time.</summary>
    /// <param name="text">A number above 0 and its unit: <c>500ms</c>, <c>60s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>.</param>
    /// <returns>The time, null for anything else.</returns>
    public static TimeSpan? Parse(string text)
    {
        int digits = text.AsSpan().IndexOfAnyExcept(NumberCharacters);
        if (digits <= 0 || !double.TryParse(text.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
        {
            return null;
        }

        double? seconds = text[digits..] switch
        {
            "ms" => number / 1_000,
            "s" => number,
            "m" => number * 60,
            "h" => number * 3_600,
            "d" => number * 86_400,
            _ => null,
        };
        return seconds is > 0 and < 1e9 ? TimeSpan.FromSeconds(seconds.Value) : null;
    }
}
