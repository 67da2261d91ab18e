using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Jobs;

/// <summary>Keeps app events as files, counts them per type and window, and makes them searchable.</summary>
/// <remarks>app events → read each once → place in time → files of its hour → counts of its window → document of its month; what is refused → dead letters</remarks>
/// <param name="settings">Limits.</param>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
/// <param name="checkpoint">Folder in which Spark keeps how far it read.</param>
internal sealed class EventsJob(EventsSettings settings, string kafka, string checkpoint)
{
    /// <summary>Name of the job and of its query.</summary>
    public const string Name = "events";

    /// <summary>Starts the query.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="once">Whether to stop when it has caught up.</param>
    /// <param name="onBatch">Handles a batch; a batch may come again after a crash.</param>
    /// <returns>The running query.</returns>
    public StreamingQuery Start(SparkSession spark, bool once, Action<DataFrame, long, CancellationToken> onBatch) =>
        KafkaSource.Read(spark, kafka, [Topics.AppEvents], settings.MaxRecordsPerBatch)
            .WriteStream()
            .QueryName(Name)
            .Option("checkpointLocation", checkpoint)
            .Trigger(once ? Triggers.AvailableNow() : Trigger.ProcessingTime((long)settings.Trigger.TotalMilliseconds))
            .ForeachBatch(onBatch)
            .Start();
}
