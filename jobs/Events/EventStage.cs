using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Hosting;

namespace SpecialDelivery.Jobs.Events;

/// <summary>Where a batch's events are written first: read from Kafka once, they are then at hand as files for everything that follows.</summary>
/// <param name="spark">The session.</param>
/// <param name="root">Folder of all files.</param>
/// <param name="settings">How events are placed in time.</param>
/// <param name="clock">The wall clock.</param>
internal sealed class EventStage(SparkSession spark, string root, EventsSettings settings, TimeProvider clock)
{
    private readonly HadoopFiles _files = new(spark);

    /// <summary>The stage of a batch; readers of the files do not see it, as its name begins with an underscore.</summary>
    /// <param name="batch">The batch.</param>
    public string FolderOf(long batch) => $"{root}/_staging/batch={batch}";

    /// <summary>Writes a batch's events anew.</summary>
    /// <param name="records">Its records.</param>
    /// <param name="batch">Its number.</param>
    /// <returns>The records that are no events.</returns>
    public IReadOnlyList<DeadLetterEvent> Fill(DataFrame records, long batch)
    {
        string folder = FolderOf(batch);
        EventReading.Read(records, settings).Write().Mode(SaveMode.Overwrite).PartitionBy(EventTable.Layout).Parquet(folder);

        string refused = $"{folder}/year={EventRow.RefusedYear}";
        if (!_files.Exists(refused))
        {
            return [];
        }

        IReadOnlyList<RefusedEvent> rows = spark.Read().Schema(EventTable.Schema).Parquet(folder)
            .Where($"year = {EventRow.RefusedYear}")
            .SelectExpr("partition AS Partition", "offset AS Offset", "unbase64(params) AS Value")
            .CollectAs<RefusedEvent>();
        _files.Delete(refused);
        return [.. rows.OrderBy(row => row.Partition).ThenBy(row => row.Offset).Select(Judge)];
    }

    /// <summary>A filled stage's events.</summary>
    /// <param name="batch">The batch.</param>
    public DataFrame Read(long batch) => spark.Read().Schema(EventTable.Schema).Parquet(FolderOf(batch));

    private DeadLetterEvent Judge(RefusedEvent record)
    {
        AppEventOutcome outcome = AppEventParser.Parse(record.Value);
        return outcome.Rejection is { } rejection
            ? DeadLetters.Create(Topics.AppEvents, record.Partition, record.Offset, record.Value, rejection, clock.GetUtcNow().ToUnixTimeMilliseconds())
            : throw new JobException($"Record {record.Partition}/{record.Offset} of {Topics.AppEvents} was refused on the executor and is an event here: do both run the same build?");
    }
}
