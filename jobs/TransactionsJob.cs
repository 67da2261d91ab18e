using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Jobs;

/// <summary>Adds payments up by merchant and minute, and finds those that stand out.</summary>
/// <remarks>payments → read once → groups by merchant, user, place and second → sums by merchant and minute, anomalies, dead letters.</remarks>
/// <param name="settings">Limits and pace.</param>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
/// <param name="checkpoint">The query's checkpoint folder.</param>
internal sealed class TransactionsJob(TransactionsSettings settings, string kafka, string checkpoint)
{
    /// <summary>The job's name on command lines and in Spark.</summary>
    public const string Name = "transactions";

    /// <summary>Starts the query; Spark keeps no state for it: what it writes says what each batch adds.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="once">Whether to stop when it has caught up.</param>
    /// <param name="onBatch">Handles a batch; a batch may come again after a crash.</param>
    /// <returns>The running query.</returns>
    public StreamingQuery Start(SparkSession spark, bool once, Action<DataFrame, long, CancellationToken> onBatch) =>
        Write(Payments(spark), once).ForeachBatch(onBatch).Start();

    /// <summary>The topic as a stream.</summary>
    /// <param name="spark">The session.</param>
    public DataFrame Payments(SparkSession spark) => KafkaSource.Read(spark, kafka, [Topics.Transactions], settings.MaxRecordsPerBatch);

    /// <summary>How a query of this job is named, kept and paced.</summary>
    /// <param name="rows">What it makes.</param>
    /// <param name="once">Whether to stop when it has caught up.</param>
    public DataStreamWriter Write(DataFrame rows, bool once) => rows.WriteStream()
        .QueryName(Name)
        .Option("checkpointLocation", checkpoint)
        .Trigger(once ? Triggers.AvailableNow() : Trigger.ProcessingTime((long)settings.Trigger.TotalMilliseconds));
}
