using System.CommandLine;
using SpecialDelivery.Bench.Transactions;

namespace SpecialDelivery.Bench;

/// <summary><c>bench transactions</c>.</summary>
internal static class TransactionsVerb
{
    public static Command Create()
    {
        Option<long> records = new("--records") { Description = "Payments in the topic.", DefaultValueFactory = _ => 12_000_000 };
        Option<long> maxRecords = new("--max-records") { Description = "Most records of one batch.", DefaultValueFactory = _ => 1_500_000 };
        Option<bool> noAnomalies = new("--no-anomalies") { Description = "Only add up." };
        Option<int> decodeRounds = new("--decode-runs") { Description = "Rounds of the table of ways to read payments; 0 for none.", DefaultValueFactory = _ => 3 };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command verb = new("transactions", "Payments summed per second, end to end from a full topic; the sums are recounted.") { records, maxRecords, noAnomalies, decodeRounds, json };
        maxRecords.AtLeast(1);
        decodeRounds.AtLeast(0);
        verb.LeavesWarmBatches(maxRecords, records);
        verb.SetAction(async (parsed, cancel) =>
        {
            string[] options = ["--max-records", $"{parsed.GetValue(maxRecords)}", .. parsed.GetValue(noAnomalies) ? ["--no-anomalies"] : Array.Empty<string>()];
            TransactionsResult result = await new TransactionsBench(parsed.GetValue(records), options, parsed.GetValue(decodeRounds)).RunAsync(cancel);
            Console.WriteLine(parsed.GetValue(json) ? result.ToJson() : result.ToString());
            return result.Balance.IsBalanced ? 0 : 1;
        });
        return verb;
    }
}
