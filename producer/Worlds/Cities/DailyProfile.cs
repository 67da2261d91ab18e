namespace SpecialDelivery.Producer.Worlds.Cities;

/// <summary>How busy each hour of the day is; the mean is 1, so a whole day holds as many events as a flat one.</summary>
public sealed class DailyProfile
{
    private const double SecondsPerHour = 3_600;
    private const int HoursPerDay = 24;

    private readonly double[] _weights;
    private readonly double[] _before; // mean hours passed before each hour of the day

    private DailyProfile(double[] weights)
    {
        double mean = weights.Average();
        _weights = [.. weights.Select(weight => weight / mean)];
        _before = new double[HoursPerDay];
        for (int hour = 1; hour < HoursPerDay; hour++)
        {
            _before[hour] = _before[hour - 1] + _weights[hour - 1];
        }
    }

    /// <summary>Every hour alike.</summary>
    public static DailyProfile Flat { get; } = new([.. Enumerable.Repeat(1d, HoursPerDay)]);

    /// <summary>Quiet nights, a peak from 7 to 9 in the morning, a higher one from 17 to 20 in the evening.</summary>
    public static DailyProfile Commuters { get; } = new(
        [3, 2, 2, 2, 3, 6, 11, 18, 18, 14, 11, 11, 12, 12, 11, 12, 15, 20, 20, 17, 12, 9, 6, 4]);

    /// <summary>When an event happens that would happen at a given time if all hours were alike.</summary>
    /// <param name="meanSeconds">Seconds since midnight of the first day on the flat day, at least 0.</param>
    /// <returns>Seconds since the same midnight, growing with <paramref name="meanSeconds"/>.</returns>
    public double SecondsAt(double meanSeconds)
    {
        double meanHours = meanSeconds / SecondsPerHour;
        double day = Math.Floor(meanHours / HoursPerDay);
        double within = meanHours - (day * HoursPerDay);
        int hour = Array.BinarySearch(_before, within);
        hour = hour >= 0 ? hour : ~hour - 1;
        double hours = hour + Math.Min((within - _before[hour]) / _weights[hour], 1); // rounding may reach past the last hour
        return ((day * HoursPerDay) + hours) * SecondsPerHour;
    }
}
