using System.CommandLine;
using SpecialDelivery.Cli.Testing;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd test</c>.</summary>
internal static class TestVerb
{
    private const string Unit = "unit";
    private const string Integration = "integration";

    public static Command Create()
    {
        Argument<string?> suite = new("suite") { Description = "One kind of test; nothing for both.", Arity = ArgumentArity.ZeroOrOne };
        suite.AcceptOnlyFromAmong(Unit, Integration);
        Argument<string[]> options = new("options") { Description = "Options of the xunit runner, after the kind and a --." };
        Verb verb = new("test", "Build everything and run the tests; the last line counts them.",
            "sd test                                           # all",
            "sd test unit                                      # without servers, in seconds",
            "sd test integration -- -namespace '*.Engine*'     # a part")
        {
            suite,
            options,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            if (!await TestRun.BuildAsync(cancel))
            {
                return CommandLine.Failed;
            }

            string? chosen = parsed.GetValue(suite);
            TestCounts all = default;
            if (chosen != Integration)
            {
                all += await TestRun.RunAsync("UnitTests", parsed.GetValue(options)!, new Dictionary<string, string>(), cancel);
            }

            if (chosen != Unit)
            {
                // No server: this installs what the system lacks and unpacks Spark, so that no test pays for it.
                await using LocalEngine engine = await LocalEngine.UpAsync(Surroundings.Settings(), ServerSet.None, ServerLifetime.Bound, new ConsoleProgress(), cancel);
                all += await TestRun.RunAsync("IntegrationTests", parsed.GetValue(options)!, ForTests(engine.Addresses), cancel);
            }

            Console.WriteLine(all);
            return all.IsGood ? CommandLine.Done : CommandLine.Failed;
        });
        return verb;
    }

    /// <summary>Tests start servers of their own: they get the tools, not the addresses of the servers people work with.</summary>
    private static Dictionary<string, string> ForTests(EngineAddresses addresses)
    {
        Dictionary<string, string> environment = new(addresses.ToEnvironment());
        foreach (string address in new[] { EngineVariables.Kafka, EngineVariables.Redis, EngineVariables.Elasticsearch, EngineVariables.SparkMaster })
        {
            environment.Remove(address);
        }

        return environment;
    }
}
