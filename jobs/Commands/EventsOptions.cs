using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The options of the events job that become its settings.</summary>
internal sealed class EventsOptions
{
    private static readonly EventsSettings Defaults = new();

    private readonly Option<TimeSpan> _interval = Time("--interval", "Width of a window of the counts.", Defaults.Interval);
    private readonly Option<TimeSpan> _late = Time("--late", "How long after it happened an event is still counted in its window; later ones are kept, but not counted.", Defaults.LateLimit);
    private readonly Option<TimeSpan> _future = Time("--future", "How far an event's time may lie ahead of its receipt; events beyond are filed under their receipt.", Defaults.FutureLimit);
    private readonly Option<TimeSpan> _trigger = Time("--trigger", "How often a batch starts.", Defaults.Trigger);
    private readonly Option<TimeSpan?> _keep = new("--keep-index")
    {
        Description = "How long the search index keeps events, such as 30d: whole months are dropped, files stay; for good if left out.",
        CustomParser = result => Parse(result),
    };

    private readonly Option<long> _maxRecords = new("--max-records") { Description = "Most records of one batch.", DefaultValueFactory = _ => Defaults.MaxRecordsPerBatch };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _interval, _late, _future, _maxRecords, _trigger, _keep })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings a command line names.</summary>
    /// <param name="parsed">The command line.</param>
    public EventsSettings Read(ParseResult parsed) => new()
    {
        Interval = parsed.GetValue(_interval),
        LateLimit = parsed.GetValue(_late),
        FutureLimit = parsed.GetValue(_future),
        MaxRecordsPerBatch = parsed.GetValue(_maxRecords),
        Trigger = parsed.GetValue(_trigger),
        KeepIndex = parsed.GetValue(_keep),
    };

    private static Option<TimeSpan> Time(string name, string description, TimeSpan value) => new(name)
    {
        Description = $"{description} Such as 500ms, 10s, 5m, 1h, 30d.",
        DefaultValueFactory = _ => value,
        CustomParser = result => Parse(result) ?? default,
    };

    private static TimeSpan? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        int unit = text.Length - text.Reverse().TakeWhile(char.IsAsciiLetter).Count();
        if (double.TryParse(text.AsSpan(0, unit), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number < 1e6)
        {
            switch (text[unit..])
            {
                case "ms": return TimeSpan.FromMilliseconds(number);
                case "s": return TimeSpan.FromSeconds(number);
                case "m": return TimeSpan.FromMinutes(number);
                case "h": return TimeSpan.FromHours(number);
                case "d": return TimeSpan.FromDays(number);
            }
        }

        result.AddError($"'{text}' is no time: a number and ms, s, m, h or d is expected, such as 10s.");
        return null;
    }
}
