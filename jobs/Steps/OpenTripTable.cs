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
/// to batch takes seconds after a dozen of them. Between the searches of one batch all its changes are laid over the batch's table, so
/// that every search has a plan of the same shape, which Spark compiles once.
/// </remarks>
/// <param name="spark">The session.</param>
/// <param name="book">The book.</param>
/// <param name="settings">Which limits count.</param>
internal sealed class OpenTripTable(SparkSession spark, OrderBook book, MatchingSettings settings)
{
    private const int Partitions = 2;

    private readonly Dictionary<long, OpenTrip> _changed = [];
    private DataFrame? _kept;

    /// <summary>Starts a batch: takes in what came, lets go what left.</summary>
    /// <param name="departed">Trips that left.</param>
    public void BeginBatch(IReadOnlyList<OpenTrip> departed)
    {
        (IReadOnlyList<OpenTrip> arrived, IReadOnlyList<OpenTrip> changed) = book.DrainChanges();
        Note(changed);
        HashSet<long> gone = [.. departed.Select(t => t.Handle)];
        OpenTrip[] added = [.. arrived.Concat(_changed.Values).Where(t => !gone.Contains(t.Handle))];
        DataFrame? before = _kept;
        _kept = Overlaid([.. gone.Union(_changed.Keys)], added).Coalesce(Partitions).LocalCheckpoint();
        _changed.Clear();
        if (before is not null)
        {
            Release(before);
        }
    }

    /// <summary>The trips as the book has them now.</summary>
    public DataFrame Current()
    {
        Note(book.DrainChanges().Changed);
        return Overlaid([.. _changed.Keys], _changed.Values);
    }

    private void Note(IReadOnlyList<OpenTrip> changed)
    {
        foreach (OpenTrip trip in changed)
        {
            _changed[trip.Handle] = trip;
        }
    }

    private DataFrame Overlaid(IReadOnlyList<long> removed, IEnumerable<OpenTrip> added)
    {
        DataFrame rows = CandidateJoin.WithPlaces(spark.CreateDataFrame<TripRow>([.. added.Where(t => t.HasRoom(settings)).Select(TripRow.Of)]));
        if (_kept is null)
        {
            return rows;
        }

        DataFrame handles = spark.CreateDataFrame<HandleRow>([.. removed.Select(handle => new HandleRow(handle))]);
        return _kept.Join(Broadcast(handles), Expr("trip = Handle"), "left_anti").Union(rows);
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
