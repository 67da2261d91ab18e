#nullable disable
using Microsoft.Spark.Calls;

namespace Microsoft.Spark.Sql;

// How rows are spread over partitions, and what is kept of a result.
public sealed partial class DataFrame
{
    /// <summary>The same rows in <paramref name="numPartitions"/> partitions, by a shuffle.</summary>
    public DataFrame Repartition(int numPartitions) => Frame("repartition", numPartitions);

    /// <summary>The same rows in <paramref name="numPartitions"/> partitions, by the hash of the given columns.</summary>
    public DataFrame Repartition(int numPartitions, params Column[] partitionExprs) =>
        Frame("repartition", numPartitions, JavaArray.Of(partitionExprs));

    /// <summary>The same rows, partitioned by the hash of the given columns.</summary>
    public DataFrame Repartition(params Column[] partitionExprs) => Frame("repartition", JavaArray.Of(partitionExprs));

    /// <summary>The same rows in <paramref name="numPartitions"/> partitions, by ranges of the given columns.</summary>
    public DataFrame RepartitionByRange(int numPartitions, params Column[] partitionExprs) =>
        Frame("repartitionByRange", numPartitions, JavaArray.Of(partitionExprs));

    /// <summary>The same rows, partitioned by ranges of the given columns.</summary>
    public DataFrame RepartitionByRange(params Column[] partitionExprs) => Frame("repartitionByRange", JavaArray.Of(partitionExprs));

    /// <summary>The same rows in at most <paramref name="numPartitions"/> partitions, without a shuffle.</summary>
    public DataFrame Coalesce(int numPartitions) => Frame("coalesce", numPartitions);

    /// <summary>Keeps the result of the plan in memory and on disk once it has run.</summary>
    public DataFrame Persist()
    {
        Reference.Do("persist");
        return this;
    }

    /// <summary>Keeps the result of the plan at <paramref name="storageLevel"/> once it has run.</summary>
    public DataFrame Persist(StorageLevel storageLevel)
    {
        Reference.Do("persist", storageLevel);
        return this;
    }

    /// <summary>The same as <see cref="Persist()"/>.</summary>
    public DataFrame Cache() => Persist();

    /// <summary>Drops the kept result.</summary>
    /// <param name="blocking">Whether to wait until every block is gone.</param>
    public DataFrame Unpersist(bool blocking = false)
    {
        Reference.Do("unpersist", blocking);
        return this;
    }

    /// <summary>Where the result is kept; nowhere unless <see cref="Persist()"/> was called.</summary>
    public StorageLevel StorageLevel() => new(Reference.Call("storageLevel"));

    /// <summary>The same rows, cut off from their plan and written to the checkpoint folder.</summary>
    /// <param name="eager">Whether the plan runs now rather than at the first action.</param>
    public DataFrame Checkpoint(bool eager = true) => Frame("checkpoint", eager);

    /// <summary>The same rows, cut off from their plan and kept on the executors, lost with them.</summary>
    /// <param name="eager">Whether the plan runs now rather than at the first action.</param>
    public DataFrame LocalCheckpoint(bool eager = true) => Frame("localCheckpoint", eager);
}
