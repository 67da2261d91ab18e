using System.Diagnostics;
using System.Text.Json;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Bench.Jobs;

/// <summary>A job that caught up with topics filled before, with every server on the same machine.</summary>
/// <typeparam name="TBatch">What it reports of a batch.</typeparam>
/// <param name="Batches">The batches.</param>
/// <param name="Seconds">From the query's start to the end of its last batch, pauses between batches included.</param>
/// <param name="CpuSeconds">Processor time in that span: job, Spark and servers together.</param>
/// <param name="OthersBusy">Cores that other programs kept busy meanwhile: more than a few hundredths spoil the figure.</param>
internal sealed record JobRun<TBatch>(IReadOnlyList<TBatch> Batches, double Seconds, double CpuSeconds, double OthersBusy)
    where TBatch : BatchLine
{
    /// <summary>The full batches after the first ones.</summary>
    public IReadOnlyList<TBatch> Warm => [.. Batches.Skip(BatchLine.ColdBatches).Where(batch => batch.Records > Batches[0].Records / 2)];

    /// <summary>Records read.</summary>
    public long Records => Batches.Sum(batch => batch.Records);

    /// <summary>Records per second, first batches included.</summary>
    public double PerSecond => Records / Seconds;

    /// <summary>Records per second of the warm batches; 0 when there are none.</summary>
    public double WarmPerSecond => PerWarmSecond(batch => batch.Records);

    /// <summary>What the warm batches did per second; 0 when there are none.</summary>
    /// <param name="done">What a batch did.</param>
    public double PerWarmSecond(Func<TBatch, long> done) => Warm.Count == 0 ? 0 : Warm.Sum(done) / Warm.Sum(batch => batch.Seconds);

    /// <summary>Runs a job until it has caught up.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its options.</param>
    /// <param name="addresses">Where the servers are.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">It failed.</exception>
    public static async Task<JobRun<TBatch>> MeasureAsync(string name, IEnumerable<string> options, EngineAddresses addresses, CancellationToken cancel)
    {
        List<TBatch> batches = [];
        Reading start = default, end = default;
        await Programs.RunAsync("jobs", [name, "--once", "--json", .. options], Listen, addresses, cancel);
        double cpu = end.Cpu - start.Cpu;
        double others = (end.Busy - start.Busy - cpu) / (end.Total - start.Total) * Environment.ProcessorCount;
        return new(batches, Stopwatch.GetElapsedTime(start.Time, end.Time).TotalSeconds, cpu, Math.Round(others, 2));

        void Listen(string line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("state", out _))
            {
                start = Reading.Now();
            }
            else
            {
                batches.Add(json.Deserialize<TBatch>()!);
                end = Reading.Now();
            }
        }
    }

    private readonly record struct Reading(long Time, double Cpu, double Busy, double Total)
    {
        public static Reading Now()
        {
            (double busy, double total) = ProcessTree.Machine();
            return new(Stopwatch.GetTimestamp(), ProcessTree.CpuSeconds(Environment.ProcessId), busy, total);
        }
    }
}
