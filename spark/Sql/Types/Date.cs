#nullable disable
using System.Globalization;

namespace Microsoft.Spark.Sql.Types;

/// <summary>A calendar day between the years 1 and 9999, without a zone.</summary>
public class Date
{
    private readonly DateOnly _day;

    /// <summary>The day of <paramref name="dateTime"/>, its time of day dropped.</summary>
    public Date(DateTime dateTime) => _day = DateOnly.FromDateTime(dateTime);

    /// <summary>The day given by <paramref name="year"/>, <paramref name="month"/> and <paramref name="day"/>.</summary>
    public Date(int year, int month, int day) => _day = new DateOnly(year, month, day);

    private Date(DateOnly day) => _day = day;

    /// <summary>Year, 1 to 9999.</summary>
    public int Year => _day.Year;

    /// <summary>Month, 1 to 12.</summary>
    public int Month => _day.Month;

    /// <summary>Day of the month, 1 to 31.</summary>
    public int Day => _day.Day;

    // Spark's own form: days since 1 January 1970.
    internal int EpochDays => _day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Midnight of this day, of no stated zone.</summary>
    public DateTime ToDateTime() => _day.ToDateTime(TimeOnly.MinValue);

    /// <summary>The day as yyyy-MM-dd.</summary>
    public override string ToString() => _day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is Date other && other._day == _day;

    /// <inheritdoc/>
    public override int GetHashCode() => _day.GetHashCode();

    internal static Date FromEpochDays(int days) => new(DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(days));
}
