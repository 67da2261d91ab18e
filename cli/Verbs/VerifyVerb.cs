using System.CommandLine;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd verify</c>.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        Argument<string[]> words = ProgramVerb.Words("what", "events, and options.");
        Verb verb = new("verify", "Compare what the stores hold; exit code 1 and the law named when they differ.",
            "sd verify events                           # topic = files + dead letters; files = documents = counts + late",
            "sd verify events --json                    # the balance sheet as one line",
            "sd verify events --files /data/events_data")
        {
            words,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            string[] arguments = ["verify", .. parsed.GetValue(words)!];
            await using LocalEngine engine = await ProgramVerb.ConnectAsync(arguments.Contains("--help") ? ServerSet.None : ServerSet.Kafka | ServerSet.Elasticsearch, cancel);
            return await ProgramProcess.RunAsync(ProgramProcess.Jobs, arguments, engine.Addresses, onOutput: null, cancel);
        });
        return verb;
    }
}
