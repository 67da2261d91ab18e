using System.CommandLine;
using SpecialDelivery.Cli.Demo;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Payments;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd anomalies</c>.</summary>
internal static class AnomaliesVerb
{
    public static Command Create()
    {
        Verb verb = new("anomalies", "Recount all payments: are the job's sums exact, and how good is its detector?",
            "sd anomalies             # precision and recall by reason, against the producer's labels");
        verb.SetAction(async (_, cancel) =>
        {
            await using LocalEngine engine = await ProgramVerb.ConnectAsync(ServerSet.Kafka, cancel);
            PaymentBalance balance = await Task.Run(() => new PaymentBooks(engine.Addresses.Kafka).Balance(cancel), cancel);
            Console.WriteLine(PaymentsSheet.Table(balance.Scores));
            Console.WriteLine(
                $"  {balance.Records:N0} records = {balance.Summed.Count:N0} summed + {balance.Quarantined:N0} quarantined, {balance.Missing:N0} missing; {balance.WrongWindows:N0} of {balance.Windows:N0} sums wrong");
            return balance.IsBalanced ? CommandLine.Done : CommandLine.Failed;
        });
        return verb;
    }
}
