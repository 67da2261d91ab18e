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

    private readonly Dictionary<long, OpenTrip> _arrived = [];
    private readonly Dictionary<long, OpenTrip> _changed = [];
    private readonly HashSet<long> _gone = [];
    private DataFrame? _kept;
    private bool _isOfThisBatch;

    /// <summary>Starts a batch; the table follows when it is asked for, which not every batch does.</summary>
    /// <param name="departed">Trips that left.</param>
    public void BeginBatch(IReadOnlyList<OpenTrip> departed)
    {
        if (_kept is not null)
        {
            _gone.UnionWith(departed.Select(t => t.Handle));
        }

        Note();
        foreach (OpenTrip trip in departed)
        {
            _arrived.Remove(trip.Handle);
            _changed.Remove(trip.Handle);
        }

        _isOfThisBatch = false;
    }

    /// <summary>The trips as the book has them now.</summary>
    public DataFrame Current()
    {
        Note();
        if (_isOfThisBatch)
        {
            return Overlaid();
        }

        DataFrame? before = _kept;
        _kept = Overlaid().Coalesce(Partitions).LocalCheckpoint();
        _arrived.Clear();
        _changed.Clear();
        _gone.Clear();
        _isOfThisBatch = true;
        if (before is not null)
        {
            Release(before);
        }

        return Overlaid();
    }

    private void Note()
    {
        (IReadOnlyList<OpenTrip> arrived, IReadOnlyList<OpenTrip> changed) = book.DrainChanges();
        foreach (OpenTrip trip in arrived)
        {
            _arrived[trip.Handle] = trip;
        }

        foreach (OpenTrip trip in changed.Where(t => !_arrived.ContainsKey(t.Handle)))
        {
            _changed[trip.Handle] = trip;
        }
    }

    private DataFrame Overlaid()
    {
        TripRow[] added = [.. _arrived.Values.Concat(_changed.Values).Where(t => t.HasRoom(settings)).Select(TripRow.Of)];
        DataFrame rows = CandidateJoin.WithPlaces(spark.CreateDataFrame<TripRow>(added));
        if (_kept is null)
        {
            return rows;
        }

        HandleRow[] removed = [.. _gone.Union(_changed.Keys).Select(handle => new HandleRow(handle))];
        return _kept.Join(Broadcast(spark.CreateDataFrame<HandleRow>(removed)), Expr("trip = Handle"), "left_anti").Union(rows);
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
