using Microsoft.Spark.Calls;
using Microsoft.Spark.Extensions.Records;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions;

/// <summary>What Microsoft.Spark's <see cref="SparkSession"/> does not offer.</summary>
public static class SparkSessionExtensions
{
    /// <summary>Lets a listener hear what the streaming queries of the session do.</summary>
    public static void AddListener(this SparkSession session, StreamingQueryListener listener)
    {
        using JvmObjectReference streams = session.Reference.Call("streams");
        listener.AddTo(streams);
    }

    /// <summary>Ends what <see cref="AddListener"/> began.</summary>
    public static void RemoveListener(this SparkSession session, StreamingQueryListener listener)
    {
        using JvmObjectReference streams = session.Reference.Call("streams");
        listener.RemoveFrom(streams);
    }

    /// <summary>A frame of records: a column for every constructor parameter, of its name and type, nullable where it is.</summary>
    /// <remarks>
    /// The types are those of <see cref="DataFrameExtensions.CollectAs"/>; a decimal becomes decimal(38,18). No value is boxed.
    /// </remarks>
    /// <param name="session">Where the frame belongs.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="ArgumentException">A value that must not be null is, or a decimal has more than 20 digits before its point.</exception>
    public static DataFrame CreateDataFrame<T>(this SparkSession session, IReadOnlyList<T> rows)
    {
        RecordShape<T> shape = Shapes.Record<T>();
        using JvmObjectReference context = session.Reference.Call("sparkContext");
        int slices = context.Get<int>("defaultParallelism");
        return new(RowPickler.ToDataFrame(session.Reference, shape.Type, rows, shape.WriteFields, slices));
    }
}
