namespace SpecialDelivery.Core.Settings;

/// <summary>Settings of the events job.</summary>
public sealed record EventsSettings
{
    /// <summary>Width of a window of the counts, 1 second to 1 day in whole seconds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after it happened an event may be received and still be counted in its window, 0 to 3650 days.</summary>
    public TimeSpan LateLimit { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How far an event's time may lie ahead of its receipt before it is taken for a clock set wrong, 0 to 1 day.</summary>
    public TimeSpan FutureLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Most records of one batch, at least 1.</summary>
    public long MaxRecordsPerBatch { get; init; } = 200_000;

    /// <summary>How often a batch starts, 0 to 5 minutes.</summary>
    public TimeSpan Trigger { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the search index keeps events, at least 1 day; null = for good. Files are kept in any case.</summary>
    public TimeSpan? KeepIndex { get; init; }

    /// <summary>Every fault of these settings at once; empty when they are sound.</summary>
    /// <returns>Sentences that name the setting, its value and its range.</returns>
    public IEnumerable<string> Faults()
    {
        if (Interval < TimeSpan.FromSeconds(1) || Interval > TimeSpan.FromDays(1) || Interval.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            yield return $"{nameof(Interval)} is {Interval}: it must lie in 1 second..1 day, in whole seconds.";
        }

        if (LateLimit < TimeSpan.Zero || LateLimit > TimeSpan.FromDays(3650))
        {
            yield return $"{nameof(LateLimit)} is {LateLimit}: it must lie in 0..3650 days.";
        }

        if (FutureLimit < TimeSpan.Zero || FutureLimit > TimeSpan.FromDays(1))
        {
            yield return $"{nameof(FutureLimit)} is {FutureLimit}: it must lie in 0..1 day.";
        }

        if (MaxRecordsPerBatch < 1)
        {
            yield return $"{nameof(MaxRecordsPerBatch)} is {MaxRecordsPerBatch}: it must be at least 1.";
        }

        if (Trigger < TimeSpan.Zero || Trigger > TimeSpan.FromMinutes(5))
        {
            yield return $"{nameof(Trigger)} is {Trigger}: it must lie in 0..5 minutes.";
        }

        if (KeepIndex < TimeSpan.FromDays(1))
        {
            yield return $"{nameof(KeepIndex)} is {KeepIndex}: it must be at least 1 day.";
        }
    }
}
