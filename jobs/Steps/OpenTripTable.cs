using Microsoft.Spark.Extensions;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Settings;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Spark's copy of the book's open trips.</summary>
/// <remarks>
/// Once per batch the table is made anew from the last one and the changes, and cut off from its history: a plan that grows from batch
/// to batch takes seconds after a dozen of them. Between the searches of one batch only the changes are added on top.
/// </remarks>
/// <param name="spark">The session.</param>
/// <param name="book">The book.</param>
/// <param name="settings">Which limits count.</param>
internal sealed class OpenTripTable(SparkSession spark, OrderBook book, MatchingSettings settings)
{
    private const int Partitions = 2;

    private DataFrame? _kept;
    private DataFrame? _table;

    /// <summary>Starts a batch: takes in what came, lets go what left.</summary>
    public void BeginBatch()
    {
        DataFrame? before = _kept;
        DataFrame open = Updated().Where($"leaves > {book.EventTime}L").Coalesce(Partitions);
        _kept = open.LocalCheckpoint();
        _table = _kept;
        if (before is not null)
        {
            Release(before);
        }
    }

    /// <summary>The trips as the book has them now.</summary>
    public DataFrame Current() => _table = Updated();

    private DataFrame Updated()
    {
        (IReadOnlyList<OpenTrip> arrived, IReadOnlyList<OpenTrip> changed) = book.DrainChanges();
        DataFrame? table = _table;
        if (table is not null && changed.Count > 0)
        {
            DataFrame handles = spark.CreateDataFrame<HandleRow>([.. changed.Select(t => new HandleRow(t.Handle))]);
            table = table.Join(Broadcast(handles), Expr("trip = Handle"), "left_anti");
        }

        TripRow[] rows = [.. arrived.Concat(changed).Where(t => t.HasRoom(settings)).Select(TripRow.Of)];
        if (table is not null && rows.Length == 0)
        {
            return table;
        }

        DataFrame added = CandidateJoin.WithPlaces(spark.CreateDataFrame<TripRow>(rows));
        return table is null ? added : table.Union(added);
    }

    /// <summary>Frees a checkpointed table at once; left to the JVM's collector its blocks would crowd out the next ones first.</summary>
    private static void Release(DataFrame checkpointed)
    {
        using JvmObjectReference execution = (JvmObjectReference)checkpointed.Reference.Invoke("queryExecution")!;
        using JvmObjectReference plan = (JvmObjectReference)execution.Invoke("logical")!;
        using JvmObjectReference rdd = (JvmObjectReference)plan.Invoke("rdd")!;
        (rdd.Invoke("unpersist", false) as JvmObjectReference)?.Dispose();
    }

    private sealed record HandleRow(long Handle);
}
