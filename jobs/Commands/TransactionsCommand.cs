using System.CommandLine;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Jobs.Sinks;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The command <c>transactions</c>.</summary>
/// <param name="addresses">Where the servers are.</param>
/// <param name="defaultMaster">Spark's master URL unless the command line names one.</param>
/// <param name="clock">The wall clock.</param>
internal sealed class TransactionsCommand(JobAddresses addresses, string defaultMaster, TimeProvider clock)
{
    /// <summary>The collector with the highest throughput: nobody waits for a single record here.</summary>
    internal const string JavaOptions = "-XX:+UseParallelGC";

    private const int InputPartitions = 2;
    private const string Running = """{"state":"running"}""";

    private static readonly TransactionsSettings Defaults = new();

    private readonly Option<bool> _once = new("--once") { Description = "Catch up with the topic, then stop." };
    private readonly Option<bool> _json = new("--json") { Description = "Print a JSON line per batch on standard output." };
    private readonly Option<bool> _stateful = new("--stateful") { Description = "The reference instead: running totals by Spark's own state, on a topic of their own." };
    private readonly Option<bool> _noAnomalies = new("--no-anomalies") { Description = "Only add up; look for nothing that stands out." };
    private readonly Option<long> _maxRecords = new("--max-records") { Description = "Most records of one batch.", DefaultValueFactory = _ => Defaults.MaxRecordsPerBatch };
    private readonly Option<TimeSpan> _trigger = new("--trigger") { Description = "How often a batch starts, such as 00:00:01.", DefaultValueFactory = _ => Defaults.Trigger };
    private readonly Option<double> _amount = new("--amount-deviations") { Description = "From how many standard deviations on an amount stands out.", DefaultValueFactory = _ => Defaults.AmountDeviations };
    private readonly Option<double> _travel = new("--fastest-travel") { Description = "Speed above which nobody travels, km/h.", DefaultValueFactory = _ => Defaults.FastestTravel };
    private readonly Option<double> _burst = new("--burst-deviations") { Description = "From how many standard deviations on a second holds a burst.", DefaultValueFactory = _ => Defaults.BurstDeviations };
    private readonly Option<string?> _checkpoint = new("--checkpoint") { Description = "Folder in which Spark keeps how far it read. Default: checkpoints/ in the programs' own folder." };
    private readonly Option<string> _master = new("--master") { Description = "Spark's master URL.", DefaultValueFactory = _ => defaultMaster };
    private readonly Option<string> _memory = new("--driver-memory") { Description = "Heap of Spark's driver.", DefaultValueFactory = _ => "3g" };

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new(TransactionsJob.Name, "Add payments up by merchant and minute, and find those that stand out.")
        {
            _once, _json, _stateful, _noAnomalies, _maxRecords, _trigger, _amount, _travel, _burst, _checkpoint, _master, _memory,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        TransactionsSettings settings = Read(parsed);
        string[] faults = [.. settings.Faults()];
        if (faults.Length > 0)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, faults)).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        bool stateful = parsed.GetValue(_stateful);
        bool json = parsed.GetValue(_json);
        string results = stateful ? Topics.TransactionAggregatesStateful : Topics.TransactionAggregates;
        string checkpoint = parsed.GetValue(_checkpoint)
            ?? Path.Combine(Path.GetFullPath(addresses.Home), "checkpoints", stateful ? $"{TransactionsJob.Name}-stateful" : TransactionsJob.Name);
        using CheckpointLock? held = CheckpointLock.Take(checkpoint);
        await TopicAdmin.EnsureAsync(addresses.Kafka, [Topics.Transactions, results, Topics.TransactionAnomalies, Topics.DeadLetters], InputPartitions).ConfigureAwait(false);
        RequireOwnResults(results, checkpoint);
        using RecordWriter writer = new(addresses.Kafka);
        TransactionTopics topics = new(writer);
        TransactionsJob job = new(settings, addresses.Kafka, checkpoint);
        TransactionsBatches batches = new(
            settings, new BatchOffsets(addresses.Kafka, Topics.Transactions, checkpoint), topics, clock, report => Tell(report, json));
        using SparkSession spark = SparkSessions.Open(TransactionsJob.Name, parsed.GetValue(_master)!, parsed.GetValue(_memory)!, JavaOptions);
        bool once = parsed.GetValue(_once);
        StreamingQuery query = stateful
            ? new TransactionsReference(job, topics).Start(spark, once, (batch, totals) => Console.Error.WriteLine($"batch {batch}: {totals:N0} running totals"))
            : job.Start(spark, once, batches.Handle);
        Console.WriteLine(json ? Running : "transactions: running; Ctrl-C stops it after the batch");
        using (stop.Register(query.Stop))
        {
            query.AwaitTermination();
        }

        return ExitCode.Done;
    }

    /// <summary>Batches are numbered by their checkpoint: sums of another one under the same numbers would replace each other at random.</summary>
    private void RequireOwnResults(string results, string checkpoint)
    {
        if (checkpoint.Contains("://", StringComparison.Ordinal) || File.Exists(Path.Combine(checkpoint, "offsets", "0")))
        {
            return;
        }

        using TopicOffsets offsets = new(addresses.Kafka);
        if (offsets.End([results]).Sum(end => end.Offset) > offsets.Beginning([results]).Sum(begin => begin.Offset))
        {
            throw new JobException(
                $"Topic '{results}' holds sums already, but the checkpoint {checkpoint} is new: adding its batches would count payments twice. Give the --checkpoint that belongs to the topic, or delete the topic.");
        }
    }

    private TransactionsSettings Read(ParseResult parsed) => new()
    {
        MaxRecordsPerBatch = parsed.GetValue(_maxRecords),
        Trigger = parsed.GetValue(_trigger),
        AmountDeviations = parsed.GetValue(_amount),
        FastestTravel = parsed.GetValue(_travel),
        BurstDeviations = parsed.GetValue(_burst),
        Detect = !parsed.GetValue(_noAnomalies),
    };

    private static void Tell(TransactionsReport report, bool json)
    {
        if (json)
        {
            Console.WriteLine(report.ToJson());
        }

        Console.Error.WriteLine(report);
    }
}
