using System.CommandLine;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Offline;
using SpecialDelivery.Engine.Offline.Packing;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd engine</c>.</summary>
internal static class EngineVerb
{
    public static Command Create() => new Verb("engine", "The JVM parts that travel with the repository.",
        "sd engine verify                      # are the archives whole, and what the poms ask for?",
        "sd engine unpack spark                # only lay it ready, as an image does",
        "sd engine pack                        # make them again after a change in engine/poms")
    {
        Pack(),
        Unpack(),
        Verify(),
    };

    private static Verb Pack()
    {
        Argument<string[]> parts = new("parts") { Description = "spark, kafka, elasticsearch; nothing for all." };
        Option<bool> describeOnly = new("--manifest-only") { Description = "Keep the archives; write MANIFEST, SHA256SUMS and LICENSES/ for them." };
        Verb verb = new("pack", "Make engine/offline/ from engine/poms/ with Maven; for maintainers, minutes per part.",
            "sd engine pack kafka                  # one part",
            "sd engine pack --manifest-only        # describe the archives that are there")
        {
            parts,
            describeOnly,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            await PartPacker.PackAsync(Surroundings.Root, parsed.GetValue(parts)!, parsed.GetValue(describeOnly), new ConsoleProgress(), cancel);
            return CommandLine.Done;
        });
        return verb;
    }

    private static Verb Unpack()
    {
        Argument<string[]> parts = new("parts") { Description = "spark, kafka, elasticsearch; nothing for all." };
        Verb verb = new("unpack", "Unpack parts into the home without starting anything; prints their folders.",
            "sd engine unpack                      # all parts",
            "SD_HOME=/opt/sd sd engine unpack spark")
        {
            parts,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            foreach (DirectoryInfo folder in await LocalEngine.UnpackAsync(Surroundings.Settings(), parsed.GetValue(parts)!, new ConsoleProgress(), cancel))
            {
                Console.WriteLine(folder.FullName);
            }

            return CommandLine.Done;
        });
        return verb;
    }

    private static Verb Verify()
    {
        Verb verb = new("verify", "Check the archives against SHA256SUMS, MANIFEST and the poms.",
            "sd engine verify                      # exit code 1 when something differs");
        verb.SetAction(async (_, cancel) =>
        {
            IReadOnlyList<string> faults = await Task.Run(() => PartVerifier.Verify(Surroundings.Root, new ConsoleProgress(), cancel), cancel);
            foreach (string fault in faults)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            Console.WriteLine(faults.Count == 0 ? "All parts are whole and as the poms ask." : $"{faults.Count} faults.");
            return faults.Count == 0 ? CommandLine.Done : CommandLine.Failed;
        });
        return verb;
    }
}
