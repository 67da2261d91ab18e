using System.CommandLine;
using System.Globalization;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Jobs.Events;
using SpecialDelivery.Jobs.Hosting;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The command <c>report</c>: tables for an analyst, from the files.</summary>
/// <param name="addresses">Where the files are.</param>
/// <param name="master">Spark's master URL.</param>
internal sealed class ReportCommand(JobAddresses addresses, string master)
{
    private readonly Option<bool> _csv = new("--csv") { Description = "Comma-separated values (RFC 4180) instead of a table." };
    private readonly Option<string> _files = new("--files") { Description = "Folder of the files.", DefaultValueFactory = _ => EventFolders.Default(addresses.Home) };
    private readonly Option<DateOnly?> _from = Day("--from", "First day (UTC), such as 2026-11-28. Default: the first there is.");
    private readonly Option<DateOnly?> _to = Day("--to", "Day after the last one. Default: the last there is.");
    private readonly Option<string> _by = new("--by") { Description = "The detail of an event that makes the segments.", DefaultValueFactory = _ => "platform" };

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command usage = new("usage", "Events by day and type.") { _csv, _files, _from, _to };
        usage.SetAction(parsed => Run(parsed, ["day", "event_type", "events"], events => events
            .GroupBy(Functions.Expr("date_format(timestamp_seconds(placed), 'yyyy-MM-dd')").As("Key"), Functions.Col("event_type").As("Part"))
            .Agg(Functions.Expr("count(*)").As("Events"), Functions.Expr("0L").As("Users"))));
        Command segments = new("segments", "Events and different users (user_id) by the value of a detail.") { _csv, _files, _from, _to, _by };
        segments.Validators.Add(result =>
        {
            if (result.GetValue(_by) is not { Length: > 0 and <= AppEventLimits.MaxNameLength } by || by.AsSpan().ContainsAny("'\\`."))
            {
                result.AddError($"--by must name a detail: 1 to {AppEventLimits.MaxNameLength} characters, none of ' \\ ` and the full stop.");
            }
        });
        segments.SetAction(parsed => Run(parsed, [parsed.GetValue(_by)!, "events", "users"], events => events
            .SelectExpr("from_json(params, 'map<string,string>') AS details")
            .GroupBy(Functions.Expr($"coalesce(details['{parsed.GetValue(_by)}'], '')").As("Key"), Functions.Expr("''").As("Part"))
            .Agg(Functions.Expr("count(*)").As("Events"), Functions.Expr("count(DISTINCT details['user_id'])").As("Users"))));
        return new Command("report", "Tables from the files of events.") { usage, segments };
    }

    private int Run(ParseResult parsed, string[] head, Func<DataFrame, DataFrame> query)
    {
        string root = parsed.GetValue(_files)!.TrimEnd('/');
        using SparkSession spark = SparkSessions.Open("report", master, "1g");
        DataFrame events = EventTable.Open(spark, root) ?? throw new JobException($"There are no files of events in {root}: 'sd run events' writes them, --files names another folder.");
        bool hasPart = head.Contains("event_type");
        List<string[]> rows = [head];
        foreach (ReportRow row in query(Between(events, parsed.GetValue(_from), parsed.GetValue(_to))).OrderBy("Key", "Part").CollectAs<ReportRow>())
        {
            rows.Add(hasPart ? [row.Key, row.Part, $"{row.Events}"] : [row.Key, $"{row.Events}", $"{row.Users}"]);
        }

        Console.Write(parsed.GetValue(_csv) ? Csv.Write(rows) : TextTable.Write(rows));
        return ExitCode.Done;
    }

    // Conditions on the columns by which files are laid out: folders of other days are not read.
    private static DataFrame Between(DataFrame events, DateOnly? from, DateOnly? to)
    {
        const string Day = "make_date(year, month, day)";
        events = from is { } first ? events.Where($"{Day} >= DATE'{first:yyyy-MM-dd}'") : events;
        return to is { } end ? events.Where($"{Day} < DATE'{end:yyyy-MM-dd}'") : events;
    }

    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return day;
            }

            result.AddError($"{name} must be a day such as 2026-11-28, not '{text}'.");
            return null;
        },
    };

    private sealed record ReportRow(string Key, string Part, long Events, long Users);
}
