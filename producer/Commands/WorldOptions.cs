using System.CommandLine;
using SpecialDelivery.Producer.Disturbances;
using SpecialDelivery.Producer.Replay;
using SpecialDelivery.Producer.Worlds.Cities;

namespace SpecialDelivery.Producer.Commands;

/// <summary>The options of <c>world</c> and what they come to.</summary>
internal sealed class WorldOptions
{
    private const string FlightsName = "flights";
    private const string CitiesName = "cities";
    private const string Commuters = "commuters";
    private const string Flat = "flat";

    private static readonly CitiesSettings CityDefaults = new();
    private static readonly DisturbanceSettings DisturbanceDefaults = new();

    private readonly Option<string> _world = new Option<string>("--world")
    {
        Description = "Real US flights, or the four Californian cities.",
        DefaultValueFactory = _ => FlightsName,
    }.AcceptOnlyFromAmong(FlightsName, CitiesName);

    private readonly Option<long?> _trips = new("--trips")
    {
        Description = $"How many trips. Default: all flights of the data; cities: {CityDefaults.Trips}.",
        HelpName = "N",
    };

    private readonly Option<long?> _packages = new("--packages")
    {
        Description = $"How many packages. Default: half as many as flights; cities: {CityDefaults.Packages}.",
        HelpName = "N",
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Same seed, same records. Ids hold the seed: take another one for a second run on the same topics.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "Flights: a CSV file (or .csv.gz) instead of the three days that come along; producer/Data/SOURCES.md says how to get three million.",
        HelpName = "FILE",
    };

    private readonly Option<TimeSpan?> _span = new("--span")
    {
        Description = "Cities: event time over which they are posted; the rates follow from it. Default: 1d.",
        HelpName = "TIME",
        CustomParser = OptionText.Parsed(Duration.Parse, "a time such as 90s, 15m, 6h or 1d"),
    };

    private readonly Option<double?> _tripRate = new("--trip-rate")
    {
        Description = "Cities: trips per second of event time, instead of --span.",
        HelpName = "RATE",
    };

    private readonly Option<double?> _packageRate = new("--package-rate")
    {
        Description = "Cities: packages per second of event time, instead of --span.",
        HelpName = "RATE",
    };

    private readonly Option<string?> _profile = new Option<string?>("--profile")
    {
        Description = "Cities: how the rates change over the day; commuters have a morning and an evening peak. Default: commuters.",
    }.AcceptOnlyFromAmong(Commuters, Flat);

    private readonly Option<double?> _hot = new("--hot")
    {
        Description = "Cities: part of the ends that lie at a few hot spots. Default: 0.",
        HelpName = "0..1",
    };

    private readonly Option<double> _late = new("--late")
    {
        Description = "Part that is sent up to an hour late.",
        HelpName = "0..1",
        DefaultValueFactory = _ => DisturbanceDefaults.LateFraction,
    };

    private readonly Option<double> _junk = new("--junk")
    {
        Description = "Bad records added, as a part of the good ones.",
        HelpName = "0..1",
        DefaultValueFactory = _ => DisturbanceDefaults.JunkFraction,
    };

    private readonly Option<double> _withdrawn = new("--withdrawn")
    {
        Description = "Part that is withdrawn again; half of the withdrawn trips come back.",
        HelpName = "0..1",
        DefaultValueFactory = _ => DisturbanceDefaults.WithdrawnFraction,
    };

    private readonly Option<Pace> _speed = new("--speed")
    {
        Description = "max, or event time against the wall clock, such as 1200x.",
        HelpName = "PACE",
        DefaultValueFactory = _ => Pace.Max,
        CustomParser = OptionText.Parsed(Pace.Parse, "max, or a factor of 0.01x to 1000000000x"),
    };

    private readonly Option<TimeSpan?> _for = new("--for")
    {
        Description = "Stop after this wall time. Default: when everything is sent.",
        HelpName = "TIME",
        CustomParser = OptionText.Parsed(Duration.Parse, "a time such as 500ms, 60s, 5m or 2h"),
    };

    private readonly Option<Target> _to = new("--to")
    {
        Description = "kafka, file:PATH (replaced if there is one) or - for standard output; the last two as one JSON object per line.",
        HelpName = "TARGET",
        DefaultValueFactory = _ => new(TargetPlace.Kafka),
        CustomParser = OptionText.Parsed(Target.Parse, "kafka, file:PATH or -"),
    };

    private readonly Option<int> _partitions = new("--partitions")
    {
        Description = "Kafka: partitions of a topic that does not exist yet.",
        HelpName = "N",
        DefaultValueFactory = _ => 2,
    };

    /// <summary>Adds the options to their command, with the checks no single option can make.</summary>
    public void AddTo(Command command)
    {
        Option[] citiesOnly = [_span, _tripRate, _packageRate, _profile, _hot];
        foreach (Option option in (Option[])[_world, _trips, _packages, _seed, _speed, _for, _to, _data, .. citiesOnly, _late, _junk, _withdrawn, _partitions])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            bool isCities = result.GetValue(_world) == CitiesName;
            foreach (Option option in isCities ? [_data] : citiesOnly)
            {
                if (result.GetResult(option) is { Implicit: false })
                {
                    result.AddError($"{option.Name} belongs to --world {(isCities ? FlightsName : CitiesName)}.");
                }
            }
        });
    }

    /// <summary>What the command line asks for.</summary>
    public WorldArguments Read(ParseResult command)
    {
        bool isCities = command.GetValue(_world) == CitiesName;
        return new()
        {
            Cities = isCities ? ReadCities(command) : null,
            Flights = isCities ? null : new() { Seed = command.GetValue(_seed), Trips = command.GetValue(_trips), Packages = command.GetValue(_packages) },
            Data = command.GetValue(_data),
            Disturbances = new() { LateFraction = command.GetValue(_late), JunkFraction = command.GetValue(_junk), WithdrawnFraction = command.GetValue(_withdrawn) },
            Pace = command.GetRequiredValue(_speed),
            Limit = command.GetValue(_for),
            Target = command.GetRequiredValue(_to),
            Partitions = command.GetValue(_partitions),
        };
    }

    private CitiesSettings ReadCities(ParseResult command) => new()
    {
        Seed = command.GetValue(_seed),
        Trips = command.GetValue(_trips) ?? CityDefaults.Trips,
        Packages = command.GetValue(_packages) ?? CityDefaults.Packages,
        Span = command.GetValue(_span) ?? CityDefaults.Span,
        TripsPerSecond = command.GetValue(_tripRate),
        PackagesPerSecond = command.GetValue(_packageRate),
        Profile = command.GetValue(_profile) == Flat ? DailyProfile.Flat : CityDefaults.Profile,
        HotSpotFraction = command.GetValue(_hot) ?? CityDefaults.HotSpotFraction,
    };
}
