using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Jobs.Sinks;
using SpecialDelivery.Jobs.Steps;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs;

/// <summary>The same sums by Spark's own state: what the job is measured and tested against.</summary>
/// <remarks>It tells nobody what it refuses, and forgets nothing: all windows stay in state, so that its totals are those of the whole topic.</remarks>
/// <param name="job">The job, for its source.</param>
/// <param name="results">The result topics.</param>
/// <param name="report">Receives each batch's number and how many totals it changed.</param>
internal sealed class TransactionsReference(TransactionsJob job, TransactionTopics results, Action<long, int> report)
{
    /// <summary>Starts the query.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="once">Whether to stop when it has caught up.</param>
    /// <param name="onBatch">Handles a batch.</param>
    public StreamingQuery Start(SparkSession spark, bool once, Action<DataFrame, long, CancellationToken> onBatch)
    {
        const long Seconds = AggregateEvent.WindowMilliseconds / 1_000;
        DataFrame totals = job.Payments(spark)
            .MapPartitions(new PaymentSums(Suspicion: null))
            .Filter("Group IS NOT NULL")
            .SelectExpr("Group.Merchant", $"(Group.Second - Group.Second % {Seconds}) * 1000 AS Window", "Group.Cents", "Group.Count")
            .GroupBy("Merchant", "Window")
            .Agg(Sum(Col("Cents")).As("Cents"), Sum(Col("Count")).As("Count"));
        return job.Write(totals, once).OutputMode(OutputMode.Update).ForeachBatch(onBatch).Start();
    }

    /// <summary>Handles a batch: the totals that it changed.</summary>
    /// <param name="batch">The totals.</param>
    /// <param name="id">Its number.</param>
    /// <param name="cancel">Stops writing.</param>
    public void Handle(DataFrame batch, long id, CancellationToken cancel)
    {
        IReadOnlyList<TotalRow> rows = batch.CollectAs<TotalRow>();
        results.WriteRunning(rows.Select(row => (row.Merchant, row.Window, new MerchantTotal(row.Cents, row.Count))), cancel);
        report(id, rows.Count);
    }

    private sealed record TotalRow(string Merchant, long Window, long Cents, long Count);
}
