using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Jobs;

/// <summary>Gives each waiting package at most one trip, and no trip more packages than it has room for.</summary>
/// <remarks>
/// trips + packages → read once → fold into the book → candidates near both ends → assign → claim → matches, ledger, dead letters.
/// One query over both topics: a join of two streams would show each pair once, so that a lost claim could never try again.
/// </remarks>
/// <param name="settings">Rules, limits and pace.</param>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
/// <param name="checkpoint">The query's checkpoint folder.</param>
internal sealed class MatchingJob(MatchingSettings settings, string kafka, string checkpoint)
{
    /// <summary>The job's name on command lines and in Spark.</summary>
    public const string Name = "matching";

    /// <summary>Starts the query.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="once">Whether to stop when it has caught up.</param>
    /// <param name="onBatch">Handles a batch; a batch may come again after a crash.</param>
    /// <returns>The running query.</returns>
    public StreamingQuery Start(SparkSession spark, bool once, Action<DataFrame, long, CancellationToken> onBatch) =>
        KafkaSource.Read(spark, kafka, [Topics.Trips, Topics.Packages], settings.MaxRecordsPerBatch)
            .WriteStream()
            .QueryName(Name)
            .Option("checkpointLocation", checkpoint)
            .Trigger(once ? Triggers.AvailableNow() : Trigger.ProcessingTime((long)settings.Trigger.TotalMilliseconds))
            .ForeachBatch(onBatch)
            .Start();
}
