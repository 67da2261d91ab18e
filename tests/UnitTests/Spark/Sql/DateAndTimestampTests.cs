using Microsoft.Spark.Sql.Types;

namespace UnitTests.Spark.Sql;

public sealed class DateAndTimestampTests
{
    [Theory]
    [InlineData(1970, 1, 1, 0)]
    [InlineData(1969, 12, 31, -1)]
    [InlineData(2026, 11, 28, 20785)]
    [InlineData(1, 1, 1, -719162)]
    [InlineData(9999, 12, 31, 2932896)]
    public void A_day_is_counted_from_1970(int year, int month, int day, int days)
    {
        Date date = new(year, month, day);

        Assert.Equal(days, date.EpochDays);
        Assert.Equal(date, Date.FromEpochDays(days));
        Assert.Equal($"{year:0000}-{month:00}-{day:00}", date.ToString());
    }

    [Theory]
    [InlineData(1970, 0, 0L)]
    [InlineData(1969, 999_999, -31_536_000_000_000L + 999_999)]
    [InlineData(2026, 1, 1_767_225_600_000_001L)]
    public void An_instant_is_counted_in_microseconds(int year, int microsecond, long micros)
    {
        Timestamp timestamp = new(year, 1, 1, 0, 0, 0, microsecond);

        Assert.Equal(micros, timestamp.EpochMicros);
        Assert.Equal(timestamp, Timestamp.FromEpochMicros(micros));
        Assert.Equal(microsecond, timestamp.Microsecond);
        Assert.Equal($"{year}-01-01 00:00:00.{microsecond:000000}Z", timestamp.ToString());
    }

    [Fact]
    public void A_time_of_no_stated_zone_is_UTC() =>
        Assert.Equal(new Timestamp(2026, 1, 2, 3, 4, 5, 0), new Timestamp(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified)));

    [Fact]
    public void What_is_finer_than_a_microsecond_is_cut_off() =>
        Assert.Equal(0, new Timestamp(DateTime.UnixEpoch.AddTicks(9)).EpochMicros);

    [Fact]
    public void A_second_has_a_million_microseconds() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Timestamp(2026, 1, 1, 0, 0, 0, 1_000_000));
}
