using System.CommandLine;
using System.Runtime.CompilerServices;
using Microsoft.Spark.Sql;
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

    private readonly JobOptions _job = new(MatchingJob.Name, addresses.Home, defaultMaster);
    private readonly MatchingOptions _options = new();
    private readonly Option<bool> _noIndex = new("--no-index") { Description = "Do not copy matches into Elasticsearch." };
    private readonly Option<bool> _volatile = new("--allow-volatile-claims") { Description = "Claim even in a Redis whose settings let it forget." };

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new(MatchingJob.Name, "Match packages with trips.") { _noIndex, _volatile };
        _job.AddTo(command);
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

        string checkpoint = _job.Checkpoint(parsed);
        using CheckpointLock? held = JobOptions.Take(checkpoint);
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
            report =>
            {
                metrics.Note(report);
                _job.Tell(parsed, report.ToString(), report.ToJson());
            });

        using MetricsEndpoint? endpoint = MetricsEndpoint.Start(addresses.Metrics);
        using IndexerRun? indexer = parsed.GetValue(_noIndex) ? null : new IndexerRun(addresses.Kafka, addresses.Elasticsearch);
        using SparkSession spark = _job.OpenSpark(parsed);
        MatchingJob job = new(settings, addresses.Kafka, checkpoint);
        QueryRun.ToEnd(onBatch => job.Start(spark, _job.Once(parsed), onBatch), batches.Handle, () => _job.TellRunning(parsed), stop);

        if (indexer is not null)
        {
            await indexer.FinishAsync(stop).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }
}
