using System.Globalization;
using System.Text.RegularExpressions;
using SpecialDelivery.Core.AppEvents;

namespace SpecialDelivery.Api.Search;

/// <summary>Times in query strings: unix seconds, or ISO 8601 with its zone.</summary>
internal static partial class TimePoint
{
    /// <summary>What is expected, in words.</summary>
    public static readonly string Rule = $"must be unix seconds within 0..{AppEventLimits.LatestTs + 1}, or a time such as 2016-06-10T18:32:13Z or 2016-06-10T20:32:13%2B02:00";

    /// <summary>Reads a time.</summary>
    /// <param name="text">What was sent.</param>
    /// <returns>Unix seconds, fractions rounded up, since only whole seconds occur; null for no time.</returns>
    public static long? Parse(string text)
    {
        long? seconds = null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            seconds = number;
        }
        else if (Iso().IsMatch(text)
            && DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time)) // an unescaped + arrives as a blank
        {
            seconds = time.ToUnixTimeSeconds() + (time.UtcTicks % TimeSpan.TicksPerSecond == 0 ? 0 : 1);
        }

        return seconds is >= 0 and <= AppEventLimits.LatestTs + 1 ? seconds : null;
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[ +-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
