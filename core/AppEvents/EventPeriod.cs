using System.Globalization;
using System.Text.RegularExpressions;
using SpecialDelivery.Core.Names;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>The month whose events share one index, so that old events are dropped as whole indices.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12.</param>
public readonly partial record struct EventPeriod(int Year, int Month)
{
    /// <summary>Name of its index, such as <c>events-2016.06</c>.</summary>
    public string Index => string.Create(CultureInfo.InvariantCulture, $"{Indices.Events}-{Year:0000}.{Month:00}");

    /// <summary>The first second after it, unix seconds.</summary>
    public long End => new DateTimeOffset(Year, Month, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() + (DateTime.DaysInMonth(Year, Month) * 86_400L);

    /// <summary>The period of a second.</summary>
    /// <param name="placedTs">Unix seconds, 0 to <see cref="AppEventLimits.LatestTs"/>.</param>
    public static EventPeriod Of(long placedTs)
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(placedTs);
        return new(time.Year, time.Month);
    }

    /// <summary>Reads the name of an index.</summary>
    /// <param name="index">Any name.</param>
    /// <returns>Its period; null when it is none of ours.</returns>
    public static EventPeriod? Parse(string index) => Name().Match(index) is { Success: true } name
        ? new(int.Parse(name.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(name.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    /// <summary>Whether all its events are older than a limit.</summary>
    /// <param name="now">Unix seconds.</param>
    /// <param name="keep">How long events are kept.</param>
    public bool IsOver(long now, TimeSpan keep) => End <= now - (long)keep.TotalSeconds;

    [GeneratedRegex("^" + Indices.Events + @"-([0-9]{4})\.(0[1-9]|1[0-2])$")]
    private static partial Regex Name();
}
