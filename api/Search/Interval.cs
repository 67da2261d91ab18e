using System.Globalization;

namespace SpecialDelivery.Api.Search;

/// <summary>Widths of a histogram's buckets.</summary>
internal static class Interval
{
    /// <summary>What is expected, in words.</summary>
    public const string Rule = "must be a width such as 10s, 5m, 1h or 1d, at most 366d";

    private const long MaxSeconds = 366L * 86_400;

    /// <summary>Reads a width.</summary>
    /// <returns>Seconds, at least 1; null for no width.</returns>
    public static long? Parse(string text)
    {
        long unit = text.Length == 0 ? 0 : text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3_600,
            'd' => 86_400,
            _ => 0,
        };
        return unit > 0 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number * unit is > 0 and <= MaxSeconds
            ? number * unit
            : null;
    }
}
