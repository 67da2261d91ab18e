using System.CommandLine;
using System.Globalization;
using SpecialDelivery.Cli.Demo;
using SpecialDelivery.Core.Books;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd demo</c>.</summary>
internal static class DemoVerb
{
    private const string Events = "events";
    private const string Payments = "payments";

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static Command Create()
    {
        Option<string> world = new("--world") { Description = "flights (real US flights), cities (four Californian cities), events (apps that post to the REST service) or payments (sums and anomalies at speed).", DefaultValueFactory = _ => "flights" };
        world.AcceptOnlyFromAmong("flights", "cities", Events, Payments);
        Option<TimeSpan> duration = new("--for")
        {
            Description = "How long events are sent, such as 60s or 2m.",
            DefaultValueFactory = _ => TimeSpan.FromSeconds(60),
            CustomParser = result => ReadTime(result.Tokens[0].Value) is { } time && time > TimeSpan.Zero && time <= Longest
                ? time
                : Fail(result, $"--for is '{result.Tokens[0].Value}': it must be a time such as 60s or 2m, up to an hour."),
        };
        Option<string> speed = new("--speed") { Description = "Event time against the clock.", DefaultValueFactory = _ => "3600x" };
        Option<long> seed = new("--seed") { Description = "Of the world.", DefaultValueFactory = _ => 1 };
        Option<bool> json = new("--json") { Description = "Print the summary as JSON, the last line." };
        Verb verb = new("demo", "See real trips carry packages: servers, world, job and books, all gone afterwards.",
            "sd demo                                  # a minute of real flights, an hour a second",
            "sd demo --for 60s --json                 # the summary as one line of JSON",
            "sd demo --world cities --for 2m",
            "sd demo --world events --for 60s         # posted = accepted = in files = in the index = counted",
            "sd demo --world payments --for 60s       # rates, sums, anomalies, balance sheet")
        {
            world, duration, speed, seed, json,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            DemoOptions options = new(parsed.GetValue(world)!, parsed.GetValue(duration), parsed.GetValue(speed)!, parsed.GetValue(seed));
            ServerSet servers = options.World == Payments ? ServerSet.Kafka : ServerSet.Stores;
            await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(servers, new ConsoleProgress(), cancel);
            if (options.World == Events)
            {
                EventsSheet sheet = await new EventsDemo(options, engine.Addresses).PlayAsync(cancel);
                Console.WriteLine(parsed.GetValue(json) ? sheet.ToJson() : sheet.ToString());
                return sheet.Balanced ? CommandLine.Done : CommandLine.Failed;
            }

            if (options.World == Payments)
            {
                PaymentsSheet sheet = await new PaymentsDemo(options, engine.Addresses).PlayAsync(cancel);
                Console.WriteLine(parsed.GetValue(json) ? sheet.ToJson() : sheet.ToString());
                return sheet.Balanced ? CommandLine.Done : CommandLine.Failed;
            }

            (DemoSummary summary, RecountResult books) = await new DemoRun(options, engine.Addresses).PlayAsync(cancel);
            foreach (string fault in books.Faults)
            {
                await Console.Error.WriteLineAsync($"fault          {fault}");
            }

            Console.WriteLine(parsed.GetValue(json) ? summary.ToJson() : summary.ToString());
            return books.Balanced && summary.Documents == summary.Matched ? CommandLine.Done : CommandLine.Failed;
        });
        return verb;
    }

    private static TimeSpan? ReadTime(string text) =>
        text.Length > 1 && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? text[^1] switch
            {
                's' => TimeSpan.FromSeconds(number),
                'm' => TimeSpan.FromMinutes(number),
                _ => null,
            }
            : null;

    private static TimeSpan Fail(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
