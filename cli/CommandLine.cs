using System.CommandLine;
using SpecialDelivery.Cli.Verbs;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli;

/// <summary>The whole command line: every verb, and what its faults look like.</summary>
internal static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Tried and failed.</summary>
    public const int Failed = 1;

    /// <summary>Not understood.</summary>
    public const int WrongUsage = 2;

    private static readonly TimeSpan Farewell = TimeSpan.FromMinutes(1);

    /// <summary>All verbs. A verb is one file in <c>Verbs/</c> with one method <c>Create</c>.</summary>
    public static Command Create() =>
        new Verb("sd", "Special Delivery: crowd-shipped packages on event streams.",
            "sd doctor                # what this machine lacks, and the cure",
            "sd up                    # start Kafka, Redis and Elasticsearch",
            "sd status                # where they are",
            "sd down                  # stop them",
            "sd test                  # build everything and run all tests")
        {
            HelpWithExamples.Option(),
            DoctorVerb.Create(),
            UpVerb.Create(),
            StatusVerb.Create(),
            DownVerb.Create(),
            DemoVerb.Create(),
            ProduceVerb.Create(),
            RunVerb.Create(),
            SubmitVerb.Create(),
            ApiVerb.Create(),
            VerifyVerb.Create(),
            ReportVerb.Create(),
            ClaimsVerb.Create(),
            AnomaliesVerb.Create(),
            BenchVerb.Create(),
            EngineVerb.Create(),
            TestVerb.Create(),
        };

    /// <summary>Runs one verb; faults come out as plain words on standard error.</summary>
    /// <returns>0 done, 1 failed, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        ParseResult parsed = Create().Parse(args.Length == 0 ? ["--help"] : PassedWords.Separate(args));
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync($"'{string.Join(' ', NamesOf(parsed.CommandResult.Command).Append("--help"))}' shows what there is.");
            return WrongUsage;
        }

        try
        {
            // Ctrl-C cancels the verb's token; the verb then has a while to stop what it started.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Farewell });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Failed;
        }
        catch (EngineException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("SD_DEBUG") is null)
        {
            await Console.Error.WriteLineAsync($"{e.GetType().Name}: {e.Message} (set SD_DEBUG=1 to see where)");
            return Failed;
        }
    }

    private static IEnumerable<string> NamesOf(Command command) =>
        command.Parents.OfType<Command>().SelectMany(NamesOf).Append(command.Name);
}
