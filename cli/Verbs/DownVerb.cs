using System.CommandLine;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd down</c>.</summary>
internal static class DownVerb
{
    public static Command Create()
    {
        Option<bool> purge = new("--purge") { Description = "Delete data, logs and unpacked parts too." };
        Verb verb = new("down", "Stop the servers that 'sd up' started.",
            "sd down                  # stop; the data stays",
            "sd down --purge          # stop and delete everything that was made")
        {
            purge,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            int stopped = await RunningEngine.DownAsync(Surroundings.Settings(), parsed.GetValue(purge), new ConsoleProgress(), cancel);
            Console.WriteLine(stopped == 0 ? "Nothing was running." : "Down.");
            return CommandLine.Done;
        });
        return verb;
    }
}
