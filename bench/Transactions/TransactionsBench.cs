using System.Diagnostics;
using System.Text.Json;
using SpecialDelivery.Bench.Matching;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Payments;

namespace SpecialDelivery.Bench.Transactions;

/// <summary>How fast the job <c>transactions</c> is: the topic is filled first, then the job catches up, with every server on the same machine.</summary>
/// <param name="records">Payments.</param>
/// <param name="jobOptions">Options for the job.</param>
/// <param name="decodeRounds">Rounds of the table of ways to read; 0 for none.</param>
internal sealed class TransactionsBench(long records, IReadOnlyList<string> jobOptions, int decodeRounds)
{
    /// <summary>One run on servers of its own.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">A program failed.</exception>
    public async Task<TransactionsResult> RunAsync(CancellationToken cancel)
    {
        await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Kafka, new StepProgress(), cancel);
        await Programs.RunAsync("producer", ["payments", "--records", $"{records}", "--anomalies", "0.1%", "--junk", "0.1%"], Console.Error.WriteLine, engine.Addresses, cancel);

        List<PaymentBatchLine> batches = [];
        long start = 0, end = 0;
        double cpuBefore = 0, cpuAfter = 0;
        (double Busy, double Total) machineBefore = default, machineAfter = default;
        await Programs.RunAsync("jobs", ["transactions", "--once", "--json", .. jobOptions], Listen, engine.Addresses, cancel);
        double cpu = cpuAfter - cpuBefore;
        double others = (machineAfter.Busy - machineBefore.Busy - cpu) / (machineAfter.Total - machineBefore.Total) * Environment.ProcessorCount;

        List<DecodeLine> decoding = [];
        if (decodeRounds > 0)
        {
            await Programs.RunAsync("jobs", ["decode", "--runs", $"{decodeRounds}"], line => decoding.Add(JsonSerializer.Deserialize<DecodeLine>(line)!), engine.Addresses, cancel);
        }

        return new(
            batches,
            Stopwatch.GetElapsedTime(start, end).TotalSeconds,
            cpu,
            Math.Round(others, 2),
            await Task.Run(() => new PaymentBooks(engine.Addresses.Kafka).Balance(cancel), cancel),
            decoding);

        void Listen(string line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("state", out _))
            {
                (start, cpuBefore, machineBefore) = (Stopwatch.GetTimestamp(), ProcessTree.CpuSeconds(Environment.ProcessId), ProcessTree.Machine());
            }
            else
            {
                batches.Add(json.Deserialize<PaymentBatchLine>()!);
                (end, cpuAfter, machineAfter) = (Stopwatch.GetTimestamp(), ProcessTree.CpuSeconds(Environment.ProcessId), ProcessTree.Machine());
            }
        }
    }
}
