using System.CommandLine;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The options of the matching job.</summary>
internal sealed class MatchingOptions
{
    private static readonly MatchingSettings Defaults = new();

    private readonly Option<AssignmentPolicy> _policy = new("--policy")
    {
        Description = "How pairs are chosen: sorted-greedy (least added driving first) or nearest-first (package by package, the old way).",
        DefaultValueFactory = _ => Defaults.Policy,
        CustomParser = result => result.Tokens[0].Value.Replace("-", "", StringComparison.Ordinal) is var name
            && Enum.TryParse(name, ignoreCase: true, out AssignmentPolicy policy) && Enum.IsDefined(policy)
                ? policy
                : Fail(result, $"'{result.Tokens[0].Value}' is no policy: sorted-greedy or nearest-first."),
    };

    private readonly Option<SearchPlace> _search = new("--search")
    {
        Description = "Where candidates are looked for: spark (geo-bucket join), driver (tree in the C# program) or auto (spark unless its master is local).",
        DefaultValueFactory = _ => Defaults.Search,
    };

    private readonly Option<double> _radius = Number("--radius", "Longest pickup and longest dropoff, metres.", Defaults.RadiusMetres);
    private readonly Option<int> _candidates = Number("--candidates", "Candidates kept per package and search.", Defaults.Candidates);
    private readonly Option<int> _packagesPerTrip = Number("--packages-per-trip", "Most packages one trip carries.", Defaults.PackagesPerTrip);
    private readonly Option<double> _bonus = Number("--waiting-bonus", "How much nearer a package counts per batch waited, metres.", Defaults.WaitingBonusMetres);
    private readonly Option<long> _maxRecords = Number("--max-records", "Most records of one batch.", Defaults.MaxRecordsPerBatch);
    private readonly Option<TimeSpan> _trigger = Number("--trigger", "How often a batch starts, such as 00:00:01.", Defaults.Trigger);
    private readonly Option<TimeSpan> _skew = Number("--clock-skew", "How far a timestamp may lie ahead of the clock.", Defaults.ClockSkew);
    private readonly Option<string[]> _ignored = new("--ignore")
    {
        Description = "Rules that do not count: space, review, window, detour; several may be given.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        _ignored.AcceptOnlyFromAmong("space", "review", "window", "detour");
        foreach (Option option in new Option[] { _policy, _search, _radius, _candidates, _packagesPerTrip, _bonus, _maxRecords, _trigger, _skew, _ignored })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings a command line names.</summary>
    /// <param name="parsed">The command line.</param>
    public MatchingSettings Read(ParseResult parsed)
    {
        string[] ignored = parsed.GetValue(_ignored)!;
        return new MatchingSettings
        {
            Policy = parsed.GetValue(_policy),
            Search = parsed.GetValue(_search),
            RadiusMetres = parsed.GetValue(_radius),
            Candidates = parsed.GetValue(_candidates),
            PackagesPerTrip = parsed.GetValue(_packagesPerTrip),
            WaitingBonusMetres = parsed.GetValue(_bonus),
            MaxRecordsPerBatch = parsed.GetValue(_maxRecords),
            Trigger = parsed.GetValue(_trigger),
            ClockSkew = parsed.GetValue(_skew),
            CheckSpace = !ignored.Contains("space"),
            CheckReview = !ignored.Contains("review"),
            CheckWindow = !ignored.Contains("window"),
            CheckDetour = !ignored.Contains("detour"),
        };
    }

    private static Option<T> Number<T>(string name, string description, T value) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => value,
    };

    private static AssignmentPolicy Fail(System.CommandLine.Parsing.ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
