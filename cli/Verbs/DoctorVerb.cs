using System.CommandLine;
using SpecialDelivery.Engine.Machine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd doctor</c>.</summary>
internal static class DoctorVerb
{
    public static Command Create()
    {
        Verb verb = new("doctor", "Show every prerequisite with its version, and the cure for what is missing.",
            "sd doctor                # exit code 1 when something is missing");
        verb.SetAction(async (_, cancel) =>
        {
            IReadOnlyList<Prerequisite> all = await Prerequisites.CheckAsync(Surroundings.Settings(), Surroundings.Root, cancel);
            foreach (Prerequisite one in all)
            {
                Console.WriteLine(one.Found is null ? $"MISSING  {one.Name,-16} {one.Cure}" : $"ok       {one.Name,-16} {one.Found}");
            }

            return all.All(one => one.Found is not null) ? CommandLine.Done : CommandLine.Failed;
        });
        return verb;
    }
}
