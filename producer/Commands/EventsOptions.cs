using System.CommandLine;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Producer.AppEvents;

namespace SpecialDelivery.Producer.Commands;

/// <summary>The options of <c>events</c> and what they come to.</summary>
/// <param name="service">The REST service's URL unless the command line names one.</param>
internal sealed class EventsOptions(Uri service)
{
    private const string Api = "api";
    private const string Kafka = "kafka";
    private static readonly AppEventSettings Defaults = new();

    private readonly Option<string> _to = new Option<string>("--to")
    {
        Description = "The REST service, or straight to the topic.",
        DefaultValueFactory = _ => Api,
    }.AcceptOnlyFromAmong(Api, Kafka);

    private readonly Option<double> _rate = new("--rate")
    {
        Description = "Events per second, all threads together.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Rate,
    };

    private readonly Option<TimeSpan?> _for = new("--for")
    {
        Description = "Stop after this wall time. Default: with Ctrl-C.",
        HelpName = "TIME",
        CustomParser = OptionText.Parsed(Duration.Parse, "a time such as 500ms, 60s, 5m or 2h"),
    };

    private readonly Option<long?> _count = new("--count") { Description = "Stop after so many events.", HelpName = "N" };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Same seed, same events.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Seed,
    };

    private readonly Option<long?> _from = new("--from")
    {
        Description = "Time of the first event, unix seconds. Default: now.",
        HelpName = "SECONDS",
    };

    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Threads that post; each has its own share of the events.",
        HelpName = "N",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<int> _batch = new("--batch")
    {
        Description = "Most events of one post; fewer when no more are due.",
        HelpName = "N",
        DefaultValueFactory = _ => 500,
    };

    private readonly Option<int> _users = new("--users")
    {
        Description = "How many people use the apps.",
        HelpName = "N",
        DefaultValueFactory = _ => Defaults.Users,
    };

    private readonly Option<double> _late = new("--late")
    {
        Description = "Part of the events whose time lies up to two hours back.",
        HelpName = "0..1",
        DefaultValueFactory = _ => Defaults.LateFraction,
    };

    private readonly Option<double> _junk = new("--junk")
    {
        Description = "Part of the events that are bad.",
        HelpName = "0..1",
        DefaultValueFactory = _ => Defaults.JunkFraction,
    };

    private readonly Option<Uri> _url = new("--url")
    {
        Description = $"The REST service; an API key for it is read from {Variables.ApiKey}.",
        HelpName = "URL",
        DefaultValueFactory = _ => service,
        CustomParser = OptionText.Parsed(
            text => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" ? url : null, "a URL such as http://127.0.0.1:5080")!,
    };

    private readonly Option<int> _partitions = new("--partitions")
    {
        Description = "Kafka: partitions of a topic that does not exist yet.",
        HelpName = "N",
        DefaultValueFactory = _ => 2,
    };

    private readonly Option<bool> _json = new("--json") { Description = "End with one line of JSON." };

    /// <summary>Adds the options to their command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_to, _rate, _for, _count, _seed, _from, _threads, _batch, _users, _late, _junk, _url, _partitions, _json])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the command line asks for.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="now">Unix seconds.</param>
    public EventsArguments Read(ParseResult command, long now) => new()
    {
        Events = new()
        {
            Seed = command.GetValue(_seed),
            Rate = command.GetValue(_rate),
            From = command.GetValue(_from) ?? now,
            Users = command.GetValue(_users),
            LateFraction = command.GetValue(_late),
            JunkFraction = command.GetValue(_junk),
        },
        IsToKafka = command.GetValue(_to) == Kafka,
        Service = command.GetRequiredValue(_url),
        Threads = command.GetValue(_threads),
        Batch = command.GetValue(_batch),
        Count = command.GetValue(_count),
        Limit = command.GetValue(_for),
        Partitions = command.GetValue(_partitions),
        IsJson = command.GetValue(_json),
    };
}
