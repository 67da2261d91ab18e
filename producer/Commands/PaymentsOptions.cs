using System.CommandLine;
using SpecialDelivery.Platform.Kafka.Produce;
using SpecialDelivery.Producer.Payments;

namespace SpecialDelivery.Producer.Commands;

/// <summary>The options of <c>payments</c> and what they come to.</summary>
internal sealed class PaymentsOptions
{
    private const long DefaultRecords = 1_000_000;

    private static readonly PaymentsArguments Defaults = new();

    private readonly Option<long?> _records = new("--records") { Description = $"How many. Default: {DefaultRecords}, or no end with --for.", HelpName = "N" };

    private readonly Option<TimeSpan?> _for = new("--for")
    {
        Description = "Stop after this wall time.",
        HelpName = "TIME",
        CustomParser = OptionText.Parsed(Duration.Parse, "a time such as 500ms, 60s, 5m or 2h"),
    };

    private readonly Option<double?> _rate = new("--rate") { Description = "Most records per second. Default: as many as the broker takes.", HelpName = "RATE" };
    private readonly Option<long> _seed = Number("--seed", "Same seed, same payments.", Defaults.Stream.Seed);
    private readonly Option<long> _first = Number("--first", "Id of the first payment: a second run on the same topic goes on where the first ended.", Defaults.First);
    private readonly Option<double> _density = Number("--density", "Payments per second of event time.", Defaults.Stream.Density);
    private readonly Option<double?> _anomalies = Part("--anomalies", "Part that stands out, labelled: by amount, by place, in bursts.", Defaults.Stream.AnomalyFraction);
    private readonly Option<double?> _junk = Part("--junk", "Part that is junk.", Defaults.Stream.JunkFraction);
    private readonly Option<int> _threads = Number("--threads", "Threads, each with a connection of its own.", Defaults.Threads);
    private readonly Option<int> _processes = Number("--processes", "Processes of so many threads each.", Defaults.Processes);
    private readonly Option<int> _batchBytes = Number("--batch-bytes", "Most bytes of a batch before compression.", Defaults.Writer.BatchBytes);
    private readonly Option<int> _batchRecords = Number("--batch-records", "Most records of a batch.", Defaults.Writer.BatchRecords);
    private readonly Option<int> _inFlight = Number("--in-flight", "Batches of a thread that are sent and not yet answered.", Defaults.Writer.InFlight);
    private readonly Option<int> _partitions = Number("--partitions", "Partitions of a topic that does not exist yet.", Defaults.Partitions);
    private readonly Option<bool> _idempotence = Number("--idempotence", "Whether a batch sent twice is kept once.", Defaults.Writer.Idempotent);

    private readonly Option<TimeSpan?> _linger = new("--linger")
    {
        Description = "How long a record waits for its batch to fill when a rate is set.",
        HelpName = "TIME",
        DefaultValueFactory = _ => Defaults.Writer.Linger,
        CustomParser = OptionText.Parsed(text => text is "0" or "0ms" ? TimeSpan.Zero : Duration.Parse(text), "a time such as 100ms"),
    };

    private readonly Option<string> _compression = new Option<string>("--compression") { Description = "Of batches.", DefaultValueFactory = _ => "lz4" }.AcceptOnlyFromAmong("lz4", "none");
    private readonly Option<string> _acks = new Option<string>("--acks")
    {
        Description = "Who must have a batch before it counts: all replicas in sync, or 1, its leader.",
        DefaultValueFactory = _ => "all",
    }.AcceptOnlyFromAmong("all", "1");

    private readonly Option<string> _client = new Option<string>("--client")
    {
        Description = "batches (whole batches over the Kafka protocol) or librdkafka (a call per record).",
        DefaultValueFactory = _ => "batches",
    }.AcceptOnlyFromAmong("batches", "librdkafka");

    private readonly Option<bool> _ladder = new("--ladder") { Description = "Show what each step brings; --for is the time of each, 5 s by default." };
    private readonly Option<bool> _json = new("--json") { Description = "Tell the result as one line of JSON." };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[]
        {
            _records, _for, _rate, _seed, _first, _density, _anomalies, _junk, _threads, _processes, _batchBytes, _batchRecords, _inFlight, _linger,
            _compression, _acks, _idempotence, _client, _partitions, _ladder, _json,
        })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What a command line asks for.</summary>
    /// <param name="parsed">The command line.</param>
    public PaymentsArguments Read(ParseResult parsed)
    {
        TimeSpan? time = parsed.GetValue(_for);
        return new PaymentsArguments
        {
            Stream = new PaymentStreamSettings
            {
                Seed = parsed.GetValue(_seed),
                AnomalyFraction = parsed.GetValue(_anomalies) ?? Defaults.Stream.AnomalyFraction,
                JunkFraction = parsed.GetValue(_junk) ?? Defaults.Stream.JunkFraction,
                Density = parsed.GetValue(_density),
            },
            Writer = new BatchWriterSettings
            {
                BatchBytes = parsed.GetValue(_batchBytes),
                BatchRecords = parsed.GetValue(_batchRecords),
                Linger = parsed.GetValue(_linger) ?? Defaults.Writer.Linger,
                Compress = parsed.GetValue(_compression) == "lz4",
                AllReplicas = parsed.GetValue(_acks) == "all",
                Idempotent = parsed.GetValue(_idempotence),
                InFlight = parsed.GetValue(_inFlight),
            },
            Records = parsed.GetValue(_records) ?? (time is null ? DefaultRecords : null),
            For = time,
            Rate = parsed.GetValue(_rate),
            First = parsed.GetValue(_first),
            Threads = parsed.GetValue(_threads),
            Processes = parsed.GetValue(_processes),
            Librdkafka = parsed.GetValue(_client) == "librdkafka",
            Partitions = parsed.GetValue(_partitions),
            Json = parsed.GetValue(_json),
            Ladder = parsed.GetValue(_ladder),
        };
    }

    private static Option<T> Number<T>(string name, string description, T value) => new(name) { Description = description, DefaultValueFactory = _ => value };

    private static Option<double?> Part(string name, string description, double value) => new(name)
    {
        Description = description,
        HelpName = "0..1 or 0%..100%",
        DefaultValueFactory = _ => value,
        CustomParser = OptionText.Parsed(Fraction.Parse, "a part such as 0.001 or 0.1%"),
    };
}
