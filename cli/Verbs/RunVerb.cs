using System.CommandLine;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd run</c>.</summary>
internal static class RunVerb
{
    public static Command Create()
    {
        Argument<string[]> words = ProgramVerb.Words("job", "matching or transactions, and its options.");
        Verb verb = new("run", "Run a job here, with Spark in a process of its own.",
            "sd run matching                            # until Ctrl-C",
            "sd run matching --once                     # catch up, then stop",
            "sd run matching --policy nearest-first     # the old way of choosing",
            "sd run transactions --once                 # sums by merchant and minute, anomalies",
            "sd run matching --help                     # every option")
        {
            words,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            string[] arguments = parsed.GetValue(words)!;
            await using LocalEngine engine = await ProgramVerb.ConnectAsync(ProgramVerb.ServersOf(arguments), cancel);
            return await ProgramProcess.RunAsync(ProgramProcess.Jobs, arguments, engine.Addresses, onOutput: null, cancel);
        });
        return verb;
    }
}
