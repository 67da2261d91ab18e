namespace Microsoft.Spark.Extensions;

/// <summary>C# that runs on Spark's executors, once for each partition of a frame; see <see cref="DataFrameExtensions.MapPartitions"/>.</summary>
/// <remarks>
/// The function travels as JSON: its type must be one of the driver's own program, and its public properties, which its constructor takes, are what it knows
/// on the executors. It may run more than once for a partition, and for several partitions at a time in one process, on threads of their own. When its task is cancelled it ends at its next row.
/// </remarks>
/// <typeparam name="TRow">A record: each constructor parameter is the column of its name.</typeparam>
/// <typeparam name="TResult">A record: each constructor parameter becomes a column of its name.</typeparam>
public interface IPartitionFunction<TRow, TResult>
{
    /// <summary>Makes rows of rows.</summary>
    /// <param name="rows">The partition's rows, each read when it is asked for; may be enumerated once. Bytes in them (<see cref="ReadOnlyMemory{T}"/>) are not copied.</param>
    /// <returns>Any number of results, each made when it is asked for.</returns>
    IEnumerable<TResult> Run(IEnumerable<TRow> rows);
}
