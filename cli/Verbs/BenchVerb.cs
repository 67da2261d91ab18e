using System.CommandLine;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd bench</c>.</summary>
internal static class BenchVerb
{
    public static Command Create()
    {
        Argument<string[]> words = ProgramVerb.Words("what", "matching, claims, events, search, producer or transactions, and options.");
        Verb verb = new("bench", "Measure on servers of its own, which are gone afterwards.",
            "sd bench matching            # matched packages per second, end to end",
            "sd bench claims              # claims per second against redis-benchmark",
            "sd bench events              # app events counted and kept as files per second, and with the search index",
            "sd bench search              # counts and pages over REST against the same straight to Elasticsearch",
            "sd bench producer            # payments per second against Kafka's own ProducerPerformance",
            "sd bench transactions        # payments summed per second, end to end",
            "sd bench matching --help     # every option")
        {
            words,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using LocalEngine engine = await ProgramVerb.ConnectAsync(ServerSet.None, cancel);
            return await ProgramProcess.RunAsync(ProgramProcess.Bench, parsed.GetValue(words)!, engine.Addresses, onOutput: null, cancel);
        });
        return verb;
    }
}
