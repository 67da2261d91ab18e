#nullable disable
namespace Microsoft.Spark.Sql;

// Days and instants.
public static partial class Functions
{
    /// <summary>The year.</summary>
    public static Column Year(Column column) => Call("year", column);

    /// <summary>The quarter, 1 to 4.</summary>
    public static Column Quarter(Column column) => Call("quarter", column);

    /// <summary>The month, 1 to 12.</summary>
    public static Column Month(Column column) => Call("month", column);

    /// <summary>The day of the week, 1 for Sunday.</summary>
    public static Column DayOfWeek(Column column) => Call("dayofweek", column);

    /// <summary>The day of the month, from 1.</summary>
    public static Column DayOfMonth(Column column) => Call("dayofmonth", column);

    /// <summary>The day of the year, from 1.</summary>
    public static Column DayOfYear(Column column) => Call("dayofyear", column);

    /// <summary>The hour, 0 to 23.</summary>
    public static Column Hour(Column column) => Call("hour", column);

    /// <summary>The minute, 0 to 59.</summary>
    public static Column Minute(Column column) => Call("minute", column);

    /// <summary>The second, 0 to 59.</summary>
    public static Column Second(Column column) => Call("second", column);

    /// <summary>The ISO week, from 1.</summary>
    public static Column WeekOfYear(Column column) => Call("weekofyear", column);

    /// <summary>The last day of the month.</summary>
    public static Column LastDay(Column column) => Call("last_day", column);

    /// <summary>Seconds since 1970 now.</summary>
    public static Column UnixTimestamp() => Call("unix_timestamp");

    /// <summary>Seconds since 1970 of an instant, or of a text in the session's zone.</summary>
    public static Column UnixTimestamp(Column column) => Call("unix_timestamp", column);

    /// <inheritdoc cref="UnixTimestamp(Column)"/>
    public static Column UnixTimestamp(Column column, string format) => Call("unix_timestamp", column, format);

    /// <summary>Seconds since 1970 as a text in the session's zone.</summary>
    public static Column FromUnixTime(Column column) => Call("from_unixtime", column);

    /// <inheritdoc cref="FromUnixTime(Column)"/>
    public static Column FromUnixTime(Column column, string format) => Call("from_unixtime", column, format);

    /// <summary>A text as an instant; null where it is none.</summary>
    public static Column ToTimestamp(Column column) => Call("to_timestamp", column);

    /// <inheritdoc cref="ToTimestamp(Column)"/>
    public static Column ToTimestamp(Column column, string format) => Call("to_timestamp", column, format);

    /// <summary>A text or instant as a day; null where it is none.</summary>
    public static Column ToDate(Column column) => Call("to_date", column);

    /// <inheritdoc cref="ToDate(Column)"/>
    public static Column ToDate(Column column, string format) => Call("to_date", column, format);

    /// <summary>Seconds since 1970 as an instant.</summary>
    public static Column TimestampSeconds(Column column) => Call("timestamp_seconds", column);

    /// <summary>A day or instant as text.</summary>
    public static Column DateFormat(Column dateExpr, string format) => Call("date_format", dateExpr, format);

    /// <summary>The start of the year, month, week, day, hour and so on an instant falls into.</summary>
    public static Column DateTrunc(string format, Column column) => Call("date_trunc", format, column);

    /// <summary>The first day of the year, quarter, month or week a day falls into.</summary>
    public static Column Trunc(Column column, string format) => Call("trunc", column, format);

    /// <summary>The day a number of days later.</summary>
    public static Column DateAdd(Column start, int days) => Call("date_add", start, days);

    /// <inheritdoc cref="DateAdd(Column, int)"/>
    public static Column DateAdd(Column start, Column days) => Call("date_add", start, days);

    /// <summary>The day a number of days earlier.</summary>
    public static Column DateSub(Column start, int days) => Call("date_sub", start, days);

    /// <inheritdoc cref="DateSub(Column, int)"/>
    public static Column DateSub(Column start, Column days) => Call("date_sub", start, days);

    /// <summary>Days from <c>start</c> to <c>end</c>.</summary>
    public static Column DateDiff(Column end, Column start) => Call("datediff", end, start);

    /// <summary>Months from <c>start</c> to <c>end</c>, with a fraction.</summary>
    public static Column MonthsBetween(Column end, Column start) => Call("months_between", end, start);

    /// <inheritdoc cref="MonthsBetween(Column, Column)"/>
    public static Column MonthsBetween(Column end, Column start, bool roundOff) => Call("months_between", end, start, roundOff);

    /// <summary>The day a number of months later.</summary>
    public static Column AddMonths(Column startDate, int numMonths) => Call("add_months", startDate, numMonths);

    /// <inheritdoc cref="AddMonths(Column, int)"/>
    public static Column AddMonths(Column startDate, Column numMonths) => Call("add_months", startDate, numMonths);

    /// <summary>The next day that is the named day of the week.</summary>
    public static Column NextDay(Column date, string dayOfWeek) => Call("next_day", date, dayOfWeek);

    /// <inheritdoc cref="NextDay(Column, string)"/>
    public static Column NextDay(Column date, Column dayOfWeek) => Call("next_day", date, dayOfWeek);

    /// <summary>Today, in the session's zone; the same for all rows.</summary>
    public static Column CurrentDate() => Call("current_date");

    /// <summary>Now; the same for all rows of a batch.</summary>
    public static Column CurrentTimestamp() => Call("current_timestamp");

    /// <summary>A UTC wall clock time as that of a zone.</summary>
    public static Column FromUtcTimestamp(Column column, string tz) => Call("from_utc_timestamp", column, tz);

    /// <inheritdoc cref="FromUtcTimestamp(Column, string)"/>
    public static Column FromUtcTimestamp(Column column, Column tz) => Call("from_utc_timestamp", column, tz);

    /// <summary>A wall clock time of a zone as that of UTC.</summary>
    public static Column ToUtcTimestamp(Column column, string tz) => Call("to_utc_timestamp", column, tz);

    /// <inheritdoc cref="ToUtcTimestamp(Column, string)"/>
    public static Column ToUtcTimestamp(Column column, Column tz) => Call("to_utc_timestamp", column, tz);

    /// <summary>Partitions a table by year.</summary>
    public static Column Years(Column column) => Call("years", column);

    /// <summary>Partitions a table by month.</summary>
    public static Column Months(Column column) => Call("months", column);

    /// <summary>Partitions a table by day.</summary>
    public static Column Days(Column column) => Call("days", column);

    /// <summary>Partitions a table by hour.</summary>
    public static Column Hours(Column column) => Call("hours", column);
}
