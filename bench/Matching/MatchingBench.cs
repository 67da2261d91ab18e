using System.Diagnostics;
using System.Text.Json;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Bench.Matching;

/// <summary>How fast the whole job is: topics are filled first, then the job catches up, with every server on the same machine.</summary>
/// <param name="trips">Trips of the world.</param>
/// <param name="packages">Packages of the world.</param>
/// <param name="jobOptions">Options for the job.</param>
internal sealed class MatchingBench(int trips, int packages, IReadOnlyList<string> jobOptions)
{
    /// <summary>One run on servers of its own.</summary>
    /// <param name="seed">Of the world.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">A program failed.</exception>
    public async Task<MatchingRun> RunAsync(int seed, CancellationToken cancel)
    {
        await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Stores, new StepProgress(), cancel);
        await Programs.RunAsync(
            "producer", ["world", "--world", "cities", "--trips", $"{trips}", "--packages", $"{packages}", "--seed", $"{seed}"], null, engine.Addresses, cancel);

        List<BatchLine> batches = [];
        long start = 0, end = 0;
        double cpuBefore = 0, cpuAfter = 0;
        (double Busy, double Total) machineBefore = default, machineAfter = default;
        await Programs.RunAsync("jobs", ["matching", "--once", "--json", .. jobOptions], Listen, engine.Addresses, cancel);
        double seconds = Stopwatch.GetElapsedTime(start, end).TotalSeconds;
        double cpu = cpuAfter - cpuBefore;
        double others = (machineAfter.Busy - machineBefore.Busy - cpu) / (machineAfter.Total - machineBefore.Total) * Environment.ProcessorCount;
        return new MatchingRun(batches.Sum(batch => batch.Matched), seconds, cpu, others, batches);

        void Listen(string line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string? state = json.RootElement.TryGetProperty("state", out JsonElement named) ? named.GetString() : null;
            if (state == "running")
            {
                (start, cpuBefore, machineBefore) = (Stopwatch.GetTimestamp(), ProcessTree.CpuSeconds(Environment.ProcessId), ProcessTree.Machine());
            }
            else
            {
                batches.Add(json.Deserialize<BatchLine>()!);
                (end, cpuAfter, machineAfter) = (Stopwatch.GetTimestamp(), ProcessTree.CpuSeconds(Environment.ProcessId), ProcessTree.Machine());
            }
        }
    }
}
