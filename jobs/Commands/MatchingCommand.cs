using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Spark;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Jobs.Metrics;
using SpecialDelivery.Jobs.Recovery;
using SpecialDelivery.Jobs.Sinks;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Platform.Redis;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The command <c>matching</c>.</summary>
/// <param name="addresses">Where the servers are.</param>
/// <param name="defaultMaster">Spark's master URL unless the command line names one.</param>
/// <param name="clock">The wall clock.</param>
internal sealed class MatchingCommand(JobAddresses addresses, string defaultMaster, TimeProvider clock)
{
    private const int InputPartitions = 2;

    private readonly MatchingOptions _options = new();
    private readonly Option<bool> _once = new("--once") { Description = "Catch up with the topics, then stop." };
    private readonly Option<bool> _json = new("--json") { Description = "Print a JSON line per batch on standard output." };
    private readonly Option<bool> _noIndex = new("--no-index") { Description = "Do not copy matches into Elasticsearch." };
    private readonly Option<bool> _volatile = new("--allow-volatile-claims") { Description = "Claim even in a Redis whose settings let it forget." };
    private readonly Option<string> _checkpoint = new("--checkpoint")
    {
        Description = "Folder in which Spark keeps how far it read.",
        DefaultValueFactory = _ => Path.Combine(Path.GetFullPath(addresses.Home), "checkpoints", MatchingJob.Name),
    };

    private readonly Option<string> _master = new("--master") { Description = "Spark's master URL.", DefaultValueFactory = _ => defaultMaster };
    private readonly Option<string> _memory = new("--driver-memory") { Description = "Heap of Spark's driver.", DefaultValueFactory = _ => "3g" };

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new(MatchingJob.Name, "Match packages with trips.") { _once, _json, _noIndex, _volatile, _checkpoint, _master, _memory };
        _options.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        MatchingSettings settings = _options.Read(parsed);
        string[] faults = [.. settings.Faults()];
        if (faults.Length > 0)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, faults)).ConfigureAwait(false);
            return ExitCode.Usage;
        }

        string checkpoint = parsed.GetValue(_checkpoint)!;
        using CheckpointLock? held = CheckpointLock.Take(checkpoint);
        Checkpoint.DropOrphanedChecksums(checkpoint);
        await TopicAdmin.EnsureAsync(addresses.Kafka, [Topics.Trips, Topics.Packages], InputPartitions).ConfigureAwait(false);
        await TopicAdmin.EnsureAsync(addresses.Kafka, [Topics.Matches, Topics.Claims, Topics.Unmatched, Topics.DeadLetters], InputPartitions).ConfigureAwait(false);
        RedisClaimStore claims = await ClaimStoreSetup.OpenAsync(
            addresses.Redis,
            new ClaimLedger(addresses.Kafka).Summarize(stop),
            new ClaimStoreSettings { AllowVolatile = parsed.GetValue(_volatile) },
            stop).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable _ = claims.ConfigureAwait(false);
        using RecordWriter writer = new(addresses.Kafka);
        MatchingMetrics metrics = new();
        MatchingBatches batches = new(
            settings,
            checkpoint,
            new BookRebuild(addresses.Kafka, clock, settings.ClockSkew),
            claims,
            new ResultTopics(writer, clock),
            clock,
            report => Tell(report, metrics, parsed.GetValue(_json)));

        using MetricsEndpoint? endpoint = MetricsEndpoint.Start(addresses.Metrics);

        using IndexerRun? indexer = parsed.GetValue(_noIndex) ? null : new IndexerRun(addresses.Kafka, addresses.Elasticsearch);
        using SparkSession spark = SparkSessions.Open(MatchingJob.Name, parsed.GetValue(_master)!, parsed.GetValue(_memory)!);
        bool once = parsed.GetValue(_once);
        spark.AddListener(new LagListener(new JobMetrics(MatchingJob.Name)));
        StreamingQuery query = new MatchingJob(settings, addresses.Kafka, checkpoint).Start(spark, once, batches.Handle);
        Console.WriteLine(parsed.GetValue(_json) ? """{"state":"running"}""" : "matching: running; Ctrl-C stops it after the batch");
        using (stop.Register(query.Stop))
        {
            try
            {
                query.AwaitTermination();
            }
            catch (JvmCallException) when (batches.Failure is not null)
            {
                ExceptionDispatchInfo.Throw(batches.Failure);
            }
        }

        if (indexer is not null)
        {
            await indexer.FinishAsync(stop).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    private static void Tell(BatchReport report, MatchingMetrics metrics, bool json)
    {
        metrics.Note(report);
        if (json)
        {
            Console.WriteLine(report.ToJson());
        }

        Console.Error.WriteLine(report);
    }
}
