namespace SpecialDelivery.Producer.AppEvents;

/// <summary>Apps that post what happens in them: each thread has its own share of the events, and posts those that are due.</summary>
/// <param name="world">The events.</param>
/// <param name="sink">Where they go.</param>
/// <param name="threads">How many threads, at least 1; thread t has the events t, t + threads, t + 2 threads, ...</param>
/// <param name="batch">Most events of one post.</param>
/// <param name="run">Name of this run, part of each post's own.</param>
/// <param name="time">The wall clock.</param>
internal sealed class AppThreads(AppEventWorld world, IAppEventSink sink, int threads, int batch, string run, TimeProvider time)
{
    // Timers are no finer than a millisecond or two: what is due sooner is sent at once.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(2);

    // What was due in time is posted even when it is a little late; who is far behind stops all the same.
    private static readonly TimeSpan Overrun = TimeSpan.FromSeconds(5);

    private readonly long _started = time.GetTimestamp();

    /// <summary>What became of the events so far.</summary>
    public PostCounts Counts { get; } = new();

    /// <summary>Wall time since the start.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>Posts until the time or the events are over.</summary>
    /// <param name="most">How many events; null for no limit.</param>
    /// <param name="limit">Events due later are not posted; null for no limit.</param>
    /// <param name="stop">Ends posting early; that is no error.</param>
    /// <param name="giveUp">Ends waiting for answers too.</param>
    public async Task RunAsync(long? most, TimeSpan? limit, CancellationToken stop, CancellationToken giveUp)
    {
        using CancellationTokenSource failed = new();
        using CancellationTokenSource ends = CancellationTokenSource.CreateLinkedTokenSource(stop, failed.Token);
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Run(() => PostAsync(thread), CancellationToken.None))).ConfigureAwait(false);
        await sink.FinishAsync(Counts, giveUp).ConfigureAwait(false);

        async Task PostAsync(int thread)
        {
            try
            {
                await PostShareAsync(thread, most ?? long.MaxValue, limit ?? TimeSpan.MaxValue, ends.Token, giveUp).ConfigureAwait(false);
            }
            catch
            {
                await failed.CancelAsync().ConfigureAwait(false); // one fault ends the run, not only its own thread
                throw;
            }
        }
    }

    private async Task PostShareAsync(int thread, long most, TimeSpan limit, CancellationToken stop, CancellationToken giveUp)
    {
        long next = thread;
        while (next < most && world.DueAfter(next) < limit && Elapsed - Overrun < limit && !stop.IsCancellationRequested)
        {
            TimeSpan ahead = world.DueAfter(next) - Elapsed;
            if (ahead > Slack)
            {
                await Task.Delay(ahead, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            long first = next;
            List<(long, byte[])> events = [];
            for (; events.Count < batch && next < most && world.DueAfter(next) <= Elapsed + Slack && world.DueAfter(next) < limit; next += threads)
            {
                events.Add((world.TsOf(next), world.ValueOf(next)));
            }

            Counts.Post(events.Count);
            await sink.SendAsync($"{run}-{first}-{events.Count}", events, Counts, giveUp).ConfigureAwait(false);
        }
    }
}
