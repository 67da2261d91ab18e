using SpecialDelivery.Platform.Kafka.Produce;

namespace SpecialDelivery.Producer.Payments;

/// <summary>Shows what each step towards full speed brings, on this machine and broker.</summary>
/// <param name="run">Runs one rung.</param>
/// <param name="output">Receives the table.</param>
internal sealed class PaymentsLadder(PaymentsRun run, TextWriter output)
{
    private static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(5);

    /// <summary>Climbs.</summary>
    /// <param name="arguments">How long each rung takes, its stream and partitions.</param>
    /// <param name="stop">Ends after the present rung.</param>
    /// <returns>Whether every rung lost nothing.</returns>
    public async Task<bool> ClimbAsync(PaymentsArguments arguments, CancellationToken stop)
    {
        bool complete = true;
        double first = 0;
        await output.WriteLineAsync($"{"step",-52}{"acknowledged/s",16}{"times",8}{"CPU s/million",16}").ConfigureAwait(false);
        foreach ((string step, PaymentsArguments rung) in Rungs(arguments with { Records = null, For = arguments.For ?? DefaultTime, Rate = null }))
        {
            stop.ThrowIfCancellationRequested();
            PaymentsResult result = await run.RunAsync(rung, stop).ConfigureAwait(false);
            first = first == 0 ? Math.Max(result.PerSecond, 1) : first;
            complete &= result.IsComplete;
            await output.WriteLineAsync($"{step,-52}{result.PerSecond,16:N0}{result.PerSecond / first,8:N1}{result.CpuSecondsPerMillion,16:N2}").ConfigureAwait(false);
        }

        return complete;
    }

    private static IEnumerable<(string Step, PaymentsArguments Rung)> Rungs(PaymentsArguments given)
    {
        int threads = Math.Max(2, given.Threads);
        BatchWriterSettings single = given.Writer with { BatchRecords = 1, Compress = false, InFlight = 1 };
        BatchWriterSettings batches = given.Writer with { BatchRecords = int.MaxValue, Compress = false };
        PaymentsArguments bare = given with { Threads = 1, Processes = 1, Writer = single, Librdkafka = false };
        yield return ("1 thread, a request per record", bare);
        yield return ($"{threads} threads", bare with { Threads = threads });
        yield return ($"{threads} threads, librdkafka, a call per record", bare with { Threads = threads, Writer = batches with { Compress = true }, Librdkafka = true });
        yield return ($"{threads} threads, whole batches of {batches.BatchBytes:N0} B", bare with { Threads = threads, Writer = batches });
        yield return ("  the same with lz4", bare with { Threads = threads, Writer = batches with { Compress = true } });
        yield return ("  the same in 2 processes of half the threads", bare with { Threads = Math.Max(1, threads / 2), Processes = 2, Writer = batches with { Compress = true } });
    }
}
