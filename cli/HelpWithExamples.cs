using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SpecialDelivery.Cli;

/// <summary>The usual help, then the verb's examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly string[] RootExamples =
    [
        "sd doctor                 # what this machine lacks, and the cure",
        "sd up                     # start Kafka, Redis and Elasticsearch",
        "sd status                 # where they are",
        "sd down                   # stop them",
        "sd test                   # build everything and run all tests",
    ];

    /// <summary>Replaces the help of a whole command line.</summary>
    public static void AddTo(RootCommand root)
    {
        HelpOption option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        int result = usual.Invoke(parseResult);
        IReadOnlyList<string> examples = parseResult.CommandResult.Command switch
        {
            Verb verb => verb.Examples,
            RootCommand => RootExamples,
            _ => [],
        };
        if (examples.Count > 0)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in examples)
            {
                output.WriteLine("  " + example);
            }
        }

        return result;
    }
}
