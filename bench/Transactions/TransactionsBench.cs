using System.Text.Json;
using SpecialDelivery.Bench.Jobs;
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

        JobRun<BatchLine> job = await JobRun<BatchLine>.MeasureAsync("transactions", jobOptions, engine.Addresses, cancel);
        List<DecodeLine> decoding = [];
        if (decodeRounds > 0)
        {
            await Programs.RunAsync("jobs", ["decode", "--runs", $"{decodeRounds}"], line => decoding.Add(JsonSerializer.Deserialize<DecodeLine>(line)!), engine.Addresses, cancel);
        }

        return new(job, await Task.Run(() => new PaymentBooks(engine.Addresses.Kafka).Balance(cancel), cancel), decoding);
    }
}
