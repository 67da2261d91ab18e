using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Sinks;

namespace SpecialDelivery.Producer.Replay;

/// <summary>Sends records at their pace until they end, the time is up or somebody stops it.</summary>
/// <param name="sink">Where they go.</param>
/// <param name="pace">How fast.</param>
/// <param name="limit">Longest wall time; null for no limit.</param>
/// <param name="progress">Told once a second.</param>
/// <param name="time">The wall clock.</param>
internal sealed class Replayer(IRecordSink sink, Pace pace, TimeSpan? limit, IProgress<ReplayProgress> progress, TimeProvider time)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    // Timers are no finer than a millisecond or two: what is due sooner is sent at once.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(2);

    private readonly long _started = time.GetTimestamp();
    private TimeSpan _nextProgress = ProgressEvery;

    /// <summary>What was sent so far.</summary>
    public ReplayCounts Counts { get; } = new();

    /// <summary>Sends the records and flushes, also when it is stopped.</summary>
    /// <param name="records">In order of their turn.</param>
    /// <param name="stop">Ends the replay early; that is no error.</param>
    /// <returns>Done when nothing is under way any more.</returns>
    public async Task RunAsync(IEnumerable<ProducedRecord> records, CancellationToken stop)
    {
        long? first = null;
        foreach (ProducedRecord record in records)
        {
            first ??= record.SendAt;
            if (!await WaitForTurnAsync(pace.DueAfter(first.Value, record.SendAt), stop).ConfigureAwait(false))
            {
                break;
            }

            sink.Write(record);
            Counts.Add(record);
        }

        await sink.FlushAsync().ConfigureAwait(false);
    }

    private async ValueTask<bool> WaitForTurnAsync(TimeSpan due, CancellationToken stop)
    {
        while (true)
        {
            TimeSpan elapsed = time.GetElapsedTime(_started);
            if (stop.IsCancellationRequested || elapsed >= limit)
            {
                return false;
            }

            if (elapsed >= _nextProgress)
            {
                progress.Report(new(Counts, sink.Acknowledged, elapsed));
                _nextProgress = elapsed + ProgressEvery;
            }

            TimeSpan ahead = due - elapsed;
            if (ahead < Slack)
            {
                return true;
            }

            TimeSpan pause = Least(ahead, _nextProgress - elapsed, (limit ?? TimeSpan.MaxValue) - elapsed);
            await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static TimeSpan Least(params ReadOnlySpan<TimeSpan> times)
    {
        TimeSpan least = times[0];
        foreach (TimeSpan candidate in times)
        {
            least = candidate < least ? candidate : least;
        }

        return least < TimeSpan.Zero ? TimeSpan.Zero : least;
    }
}
