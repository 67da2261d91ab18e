using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

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
        Write(EventDecoding.Decode(records, settings), SaveMode.Overwrite, folder);

        string doubts = $"{folder}/year={EventDecoding.DoubtYear}";
        if (!_files.Exists(doubts))
        {
            return [];
        }

        List<EventRow> good = [];
        List<DeadLetterEvent> refused = [];
        IReadOnlyList<DoubtRow> doubted = spark.Read().Schema(EventDecoding.Schema).Parquet(folder)
            .Where($"year = {EventDecoding.DoubtYear}")
            .SelectExpr("partition AS Partition", "offset AS Offset", "received AS Received", "unbase64(params) AS Value")
            .CollectAs<DoubtRow>();
        foreach (DoubtRow record in doubted.OrderBy(row => row.Partition).ThenBy(row => row.Offset))
        {
            AppEventOutcome outcome = AppEventParser.Parse(record.Value);
            if (outcome.Event is { } appEvent)
            {
                good.Add(EventRow.Of(appEvent, record, settings));
            }
            else
            {
                refused.Add(DeadLetters.Create(Topics.AppEvents, record.Partition, record.Offset, record.Value, outcome.Rejection!, clock.GetUtcNow().ToUnixTimeMilliseconds()));
            }
        }

        if (good.Count > 0)
        {
            Write(spark.CreateDataFrame<EventRow>(good).SelectExpr(EventRow.Columns).Coalesce(1), SaveMode.Append, folder);
        }

        _files.Delete(doubts);
        return refused;
    }

    /// <summary>A filled stage's events.</summary>
    /// <param name="batch">The batch.</param>
    public DataFrame Read(long batch) => spark.Read().Schema(EventDecoding.Schema).Parquet(FolderOf(batch));

    private static void Write(DataFrame events, SaveMode mode, string folder) =>
        events.Write().Mode(mode).PartitionBy(EventDecoding.Layout).Parquet(folder);
}
