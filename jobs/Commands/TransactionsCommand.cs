using System.CommandLine;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Jobs.Metrics;
using SpecialDelivery.Jobs.Recovery;
using SpecialDelivery.Jobs.Sinks;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The command <c>transactions</c>.</summary>
/// <param name="addresses">Where the servers are.</param>
/// <param name="defaultMaster">Spark's master URL unless the command line names one.</param>
/// <param name="clock">The wall clock.</param>
internal sealed class TransactionsCommand(JobAddresses addresses, string defaultMaster, TimeProvider clock)
{
    private const int InputPartitions = 2;

    private static readonly TransactionsSettings Defaults = new();

    private readonly JobOptions _job = new(TransactionsJob.Name, addresses.Home, defaultMaster);
    private readonly Option<bool> _stateful = new("--stateful") { Description = "The reference instead: running totals by Spark's own state, on a topic of their own." };
    private readonly Option<bool> _noAnomalies = new("--no-anomalies") { Description = "Only add up; look for nothing that stands out." };
    private readonly Option<long> _maxRecords = new("--max-records") { Description = "Most records of one batch.", DefaultValueFactory = _ => Defaults.MaxRecordsPerBatch };
    private readonly Option<TimeSpan> _trigger = new("--trigger") { Description = "How often a batch starts, such as 00:00:01.", DefaultValueFactory = _ => Defaults.Trigger };
    private readonly Option<double> _amount = new("--amount-deviations") { Description = "From how many standard deviations on an amount stands out.", DefaultValueFactory = _ => Defaults.AmountDeviations };
    private readonly Option<double> _travel = new("--fastest-travel") { Description = "Speed above which nobody travels, km/h.", DefaultValueFactory = _ => Defaults.FastestTravel };
    private readonly Option<double> _burst = new("--burst-deviations") { Description = "From how many standard deviations on a second holds a burst.", DefaultValueFactory = _ => Defaults.BurstDeviations };

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new(TransactionsJob.Name, "Add payments up by merchant and minute, and find those that stand out.")
        {
            _stateful, _noAnomalies, _maxRecords, _trigger, _amount, _travel, _burst,
        };
        _job.AddTo(command);
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
        string results = stateful ? Topics.TransactionAggregatesStateful : Topics.TransactionAggregates;
        string checkpoint = _job.Checkpoint(parsed, stateful ? "-stateful" : "");
        using CheckpointLock? held = JobOptions.Take(checkpoint);
        await TopicAdmin.EnsureAsync(addresses.Kafka, [Topics.Transactions, results, Topics.TransactionAnomalies, Topics.DeadLetters], InputPartitions).ConfigureAwait(false);
        RequireOwnResults(results, checkpoint);
        using RecordWriter writer = new(addresses.Kafka);
        TransactionTopics topics = new(writer);
        TransactionsJob job = new(settings, addresses.Kafka, checkpoint);
        using MetricsEndpoint? endpoint = MetricsEndpoint.Start(addresses.Metrics);
        using SparkSession spark = _job.OpenSpark(parsed);
        bool once = _job.Once(parsed);
        if (stateful)
        {
            TransactionsReference reference = new(job, topics, (batch, totals) => Console.Error.WriteLine($"batch {batch}: {totals:N0} running totals"));
            QueryRun.ToEnd(onBatch => reference.Start(spark, once, onBatch), reference.Handle, () => _job.TellRunning(parsed), stop);
        }
        else
        {
            JobMetrics metrics = new(TransactionsJob.Name);
            TransactionsBatches batches = new(settings, new BatchOffsets(addresses.Kafka, Topics.Transactions, checkpoint), new SavedHabits(checkpoint), topics, clock, report =>
            {
                metrics.Note(report.Id, report.Laps.Total, report.Records, ("good", report.Intake.Good), ("dead_letter", report.Intake.DeadLetters.Count));
                _job.Tell(parsed, report.ToString(), report.ToJson());
            });
            QueryRun.ToEnd(onBatch => job.Start(spark, once, onBatch), batches.Handle, () => _job.TellRunning(parsed), stop);
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
}
