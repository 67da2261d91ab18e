using System.CommandLine;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd produce</c>.</summary>
internal static class ProduceVerb
{
    public static Command Create()
    {
        Argument<string[]> words = ProgramVerb.Words("what", "world, events or payments, and options.");
        Verb verb = new("produce", "Send a seeded world of trips and packages, the events of apps, or payments at full speed.",
            "sd produce world                                                         # real US flights, as fast as possible",
            "sd produce world --world cities --trips 100000 --packages 50000 --seed 7",
            "sd produce world --speed 1200x --for 60s                                 # 1 200 times real time",
            "sd produce world --to -                                                  # to standard output, no server needed",
            "sd produce events --rate 1000 --for 60s                                  # to the REST service, which 'sd api' starts",
            "sd produce events --to kafka --rate 20000 --for 60s                      # straight to the topic",
            "sd produce payments --for 60s                                            # as fast as the broker takes them",
            "sd produce payments --ladder                                             # what each step towards full speed brings",
            "sd produce world --help                                                  # every option")
        {
            words,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            string[] arguments = parsed.GetValue(words) is { Length: > 0 } given ? given : ["world"];
            ServerSet needed = arguments.Contains("--help") || (arguments[0] == "events" ? !IsToKafka(arguments) : arguments.Contains("--to")) ? ServerSet.None : ServerSet.Kafka;
            await using LocalEngine engine = await ProgramVerb.ConnectAsync(needed, cancel);
            return await ProgramProcess.RunAsync(ProgramProcess.Producer, arguments, engine.Addresses, onOutput: null, cancel);
        });
        return verb;
    }

    private static bool IsToKafka(string[] arguments) =>
        arguments.Zip(arguments.Skip(1)).Any(pair => pair is ("--to", "kafka")) || arguments.Contains("--to=kafka");
}
