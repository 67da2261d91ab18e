#nullable disable
using System.Globalization;

namespace Microsoft.Spark.Sql.Types;

/// <summary>An instant between the years 1 and 9999, in UTC, to the microsecond.</summary>
public class Timestamp
{
    private readonly DateTime _utc;

    /// <summary>The instant of <paramref name="dateTime"/>. A time of no stated zone is taken as UTC, so that no result depends on the machine's zone.</summary>
    public Timestamp(DateTime dateTime)
    {
        DateTime utc = dateTime.Kind == DateTimeKind.Local ? dateTime.ToUniversalTime() : DateTime.SpecifyKind(dateTime, DateTimeKind.Utc);
        _utc = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>The instant given by its parts, in UTC.</summary>
    public Timestamp(int year, int month, int day, int hour, int minute, int second, int microsecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microsecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(microsecond, 999_999);
        _utc = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).AddMicroseconds(microsecond);
    }

    /// <summary>Year, 1 to 9999.</summary>
    public int Year => _utc.Year;

    /// <summary>Month, 1 to 12.</summary>
    public int Month => _utc.Month;

    /// <summary>Day of the month, 1 to 31.</summary>
    public int Day => _utc.Day;

    /// <summary>Hour, 0 to 23.</summary>
    public int Hour => _utc.Hour;

    /// <summary>Minute, 0 to 59.</summary>
    public int Minute => _utc.Minute;

    /// <summary>Second, 0 to 59.</summary>
    public int Second => _utc.Second;

    /// <summary>Microseconds within the second, 0 to 999 999.</summary>
    public int Microsecond => (int)(_utc.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);

    // Spark's own form: microseconds since 1 January 1970, UTC. The ticks are whole microseconds, so the division is exact.
    internal long EpochMicros => (_utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant in UTC.</summary>
    public DateTime ToDateTime() => _utc;

    /// <summary>The instant as yyyy-MM-dd HH:mm:ss.ffffffZ.</summary>
    public override string ToString() => _utc.ToString("yyyy-MM-dd HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is Timestamp other && other._utc == _utc;

    /// <inheritdoc/>
    public override int GetHashCode() => _utc.GetHashCode();

    internal static Timestamp FromEpochMicros(long micros) =>
        new(DateTime.UnixEpoch.AddTicks(checked(micros * TimeSpan.TicksPerMicrosecond)));
}
