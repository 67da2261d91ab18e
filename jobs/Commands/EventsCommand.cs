using System.CommandLine;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Events;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Jobs.Metrics;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The command <c>events</c>.</summary>
/// <param name="addresses">Where the servers are.</param>
/// <param name="defaultMaster">Spark's master URL unless the command line names one.</param>
/// <param name="clock">The wall clock.</param>
internal sealed class EventsCommand(JobAddresses addresses, string defaultMaster, TimeProvider clock)
{
    private const int InputPartitions = 2;

    private readonly JobOptions _job = new(EventsJob.Name, addresses.Home, defaultMaster);
    private readonly EventsOptions _options = new();
    private readonly Option<bool> _noIndex = new("--no-index") { Description = "Write files and counts only: single events are not made searchable." };
    private readonly Option<bool> _rebuild = new("--rebuild") { Description = "Drop files, indices and checkpoint, and make them anew from the topic." };
    private readonly Option<string> _files = new("--files")
    {
        Description = "Folder of the files, on any file system that Spark knows.",
        DefaultValueFactory = _ => EventFolders.Default(addresses.Home),
    };

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new(EventsJob.Name, "Keep app events as files, count them per window, make them searchable.")
        {
            _noIndex, _rebuild, _files,
        };
        _job.AddTo(command);
        _options.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        EventsSettings settings = _options.Read(parsed);
        string[] faults = [.. settings.Faults()];
        if (faults.Length > 0)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, faults)).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        string checkpoint = _job.Checkpoint(parsed);
        string root = parsed.GetValue(_files)!.TrimEnd('/');
        using CheckpointLock? held = JobOptions.Take(checkpoint);
        await TopicAdmin.EnsureAsync(addresses.Kafka, [Topics.AppEvents, Topics.EventCounts, Topics.DeadLetters], InputPartitions).ConfigureAwait(false);
        using ElasticsearchClient elasticsearch = new(addresses.Elasticsearch);
        using RecordWriter writer = new(addresses.Kafka);
        using MetricsEndpoint? endpoint = MetricsEndpoint.Start(addresses.Metrics);
        using SparkSession spark = _job.OpenSpark(parsed);
        EventStage stage = new(spark, root, settings, clock);
        EventFiles files = new(spark, root, stage);
        await new EventStores(spark, elasticsearch, root, checkpoint).PrepareAsync(parsed.GetValue(_rebuild), stop).ConfigureAwait(false);
        files.Recover();

        JobMetrics metrics = new(EventsJob.Name);
        EventBatches batches = new(
            settings,
            stage,
            files,
            new WindowCounts(elasticsearch, writer),
            parsed.GetValue(_noIndex) ? null : new EventDocuments(elasticsearch, clock),
            new BatchOffsets(addresses.Kafka, Topics.AppEvents, checkpoint),
            writer,
            report =>
            {
                metrics.Note(report.Id, report.Laps.Total, report.Records, ("good", report.Counted), ("late", report.Late), ("dead_letter", report.DeadLetters));
                _job.Tell(parsed, report.ToString(), report.ToJson());
            });
        EventsJob job = new(settings, addresses.Kafka, checkpoint);
        QueryRun.ToEnd(onBatch => job.Start(spark, _job.Once(parsed), onBatch), batches.Handle, () => _job.TellRunning(parsed), stop);
        return ExitCode.Done;
    }
}
