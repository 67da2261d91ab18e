using System.Diagnostics;

namespace SpecialDelivery.Jobs;

/// <summary>How long the steps of a batch took.</summary>
internal sealed class Laps
{
    private readonly List<(string Step, TimeSpan Time)> _laps = [];
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>Time since the start.</summary>
    public TimeSpan Total => Stopwatch.GetElapsedTime(_start, _last);

    /// <summary>Each step's time, seconds.</summary>
    public IReadOnlyDictionary<string, double> Seconds => _laps.ToDictionary(lap => lap.Step, lap => Math.Round(lap.Time.TotalSeconds, 3));

    /// <summary>Ends a step.</summary>
    /// <param name="step">Its name.</param>
    public void Note(string step)
    {
        long now = Stopwatch.GetTimestamp();
        _laps.Add((step, Stopwatch.GetElapsedTime(_last, now)));
        _last = now;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', _laps.Select(lap => $"{lap.Step} {lap.Time.TotalSeconds:0.00}"));
}
