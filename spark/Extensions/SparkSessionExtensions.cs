using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
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
}
