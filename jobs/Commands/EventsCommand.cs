using System.CommandLine;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Events;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Jobs.Recovery;
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

    private readonly EventsOptions _options = new();
    private readonly Option<bool> _once = new("--once") { Description = "Catch up with the topic, then stop." };
    private readonly Option<bool> _json = new("--json") { Description = "Print a JSON line per batch on standard output." };
    private readonly Option<bool> _noIndex = new("--no-index") { Description = "Write files and counts only: single events are not made searchable." };
    private readonly Option<bool> _rebuild = new("--rebuild") { Description = "Drop files, indices and checkpoint, and make them anew from the topic." };
    private readonly Option<string> _files = new("--files")
    {
        Description = "Folder of the files, on any file system that Spark knows.",
        DefaultValueFactory = _ => EventFolders.Default(addresses.Home),
    };

    private readonly Option<string> _checkpoint = new("--checkpoint")
    {
        Description = "Folder in which Spark keeps how far it read.",
        DefaultValueFactory = _ => Path.Combine(Path.GetFullPath(addresses.Home), "checkpoints", EventsJob.Name),
    };

    private readonly Option<string> _master = new("--master") { Description = "Spark's master URL.", DefaultValueFactory = _ => defaultMaster };
    private readonly Option<string> _memory = new("--driver-memory") { Description = "Heap of Spark's driver.", DefaultValueFactory = _ => "3g" };

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new(EventsJob.Name, "Keep app events as files, count them per window, make them searchable.")
        {
            _once, _json, _noIndex, _rebuild, _files, _checkpoint, _master, _memory,
        };
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

        string checkpoint = parsed.GetValue(_checkpoint)!.TrimEnd('/');
        string root = parsed.GetValue(_files)!.TrimEnd('/');
        using CheckpointLock? held = CheckpointLock.Take(checkpoint);
        Checkpoint.DropOrphanedChecksums(checkpoint);
        await TopicAdmin.EnsureAsync(addresses.Kafka, [Topics.AppEvents, Topics.EventCounts, Topics.DeadLetters], InputPartitions).ConfigureAwait(false);
        using ElasticsearchClient elasticsearch = new(addresses.Elasticsearch);
        using RecordWriter writer = new(addresses.Kafka);
        using SparkSession spark = SparkSessions.Open(EventsJob.Name, parsed.GetValue(_master)!, parsed.GetValue(_memory)!);
        EventStage stage = new(spark, root, settings, clock);
        EventFiles files = new(spark, root, stage);
        await new EventStores(spark, elasticsearch, root, checkpoint).PrepareAsync(parsed.GetValue(_rebuild), stop).ConfigureAwait(false);
        files.Recover();

        EventBatches batches = new(
            settings,
            stage,
            files,
            new WindowCounts(elasticsearch, writer),
            parsed.GetValue(_noIndex) ? null : new EventDocuments(elasticsearch, clock),
            new BatchOffsets(spark, checkpoint, addresses.Kafka),
            writer,
            report => Tell(report, parsed.GetValue(_json)));
        StreamingQuery query = new EventsJob(settings, addresses.Kafka, checkpoint).Start(spark, parsed.GetValue(_once), batches.Handle);
        Console.WriteLine(parsed.GetValue(_json) ? """{"state":"running"}""" : "events: running; Ctrl-C stops it after the batch");
        using (stop.Register(query.Stop))
        {
            query.AwaitTermination();
        }

        return ExitCode.Done;
    }

    private static void Tell(EventsReport report, bool json)
    {
        if (json)
        {
            Console.WriteLine(report.ToJson());
        }

        Console.Error.WriteLine(report);
    }
}
