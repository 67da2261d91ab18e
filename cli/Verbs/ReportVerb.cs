using System.CommandLine;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd report</c>.</summary>
internal static class ReportVerb
{
    public static Command Create()
    {
        Argument<string[]> words = ProgramVerb.Words("what", "usage or segments, and options.");
        Verb verb = new("report", "Tables from the files of events; no server is needed.",
            "sd report usage                            # events by day and type",
            "sd report usage --csv --from 2026-11-01 > usage.csv",
            "sd report segments --by platform --csv     # events and different users by the value of a detail")
        {
            words,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            await using LocalEngine engine = await ProgramVerb.ConnectAsync(ServerSet.None, cancel);
            return await ProgramProcess.RunAsync(ProgramProcess.Jobs, ["report", .. parsed.GetValue(words)!], engine.Addresses, onOutput: null, cancel);
        });
        return verb;
    }
}
