#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Streaming;

namespace Microsoft.Spark.Sql;

/// <summary>The entry point: settings, tables, readers and SQL of one session.</summary>
public sealed partial class SparkSession : IDisposable, IJvmObjectReferenceProvider
{
    private const string ClassName = "org.apache.spark.sql.SparkSession";

    internal SparkSession(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>The context this session runs in.</summary>
    public SparkContext SparkContext => new(Reference.Call("sparkContext"));

    /// <summary>Databases, tables, views and functions.</summary>
    public Catalog.Catalog Catalog => new(Reference.Call("catalog"));

    /// <summary>Starts the description of a session.</summary>
    public static Builder Builder() => new();

    /// <summary>The session of the calling thread, else the default one; fails when there is neither.</summary>
    public static SparkSession Active() => new(SparkEnvironment.JvmBridge.CallStatic(ClassName, "active"));

    /// <summary>The session of the calling thread, or null.</summary>
    public static SparkSession GetActiveSession() => FromOption("getActiveSession");

    /// <summary>The session used where a thread has none of its own, or null.</summary>
    public static SparkSession GetDefaultSession() => FromOption("getDefaultSession");

    /// <summary>Makes <paramref name="session"/> the one of the calling thread.</summary>
    public static void SetActiveSession(SparkSession session) => SparkEnvironment.JvmBridge.DoStatic(ClassName, "setActiveSession", session);

    /// <summary>Leaves the calling thread without a session of its own.</summary>
    public static void ClearActiveSession() => SparkEnvironment.JvmBridge.DoStatic(ClassName, "clearActiveSession");

    /// <summary>Makes <paramref name="session"/> the one used where a thread has none of its own.</summary>
    public static void SetDefaultSession(SparkSession session) => SparkEnvironment.JvmBridge.DoStatic(ClassName, "setDefaultSession", session);

    /// <summary>Leaves no default session.</summary>
    public static void ClearDefaultSession() => SparkEnvironment.JvmBridge.DoStatic(ClassName, "clearDefaultSession");

    /// <summary>Settings that can change while the session runs.</summary>
    public RuntimeConfig Conf() => new(Reference.Call("conf"));

    /// <summary>The running streaming queries.</summary>
    public StreamingQueryManager Streams() => new(Reference.Call("streams"));

    /// <summary>A session with views and settings of its own in the same context.</summary>
    public SparkSession NewSession() => new(Reference.Call("newSession"));

    /// <summary>Version of Spark.</summary>
    public string Version() => Reference.Get<string>("version");

    /// <summary>Stops the context, and with it every session and query in it.</summary>
    public void Stop() => Reference.Do("stop");

    /// <summary>The same as <see cref="Stop"/>.</summary>
    public void Dispose() => Stop();

    /// <summary>Starts the description of a source read once.</summary>
    public DataFrameReader Read() => new(Reference.Call("read"));

    /// <summary>Starts the description of a source read as a stream.</summary>
    public DataStreamReader ReadStream() => new(Reference.Call("readStream"));

    /// <summary>The result of a SQL statement.</summary>
    public DataFrame Sql(string sqlText) => new(Reference.Call("sql", sqlText));

    /// <summary>A table or view.</summary>
    public DataFrame Table(string tableName) => new(Reference.Call("table", tableName));

    /// <summary>One column <c>id</c> with the numbers from 0 up to, not including, <paramref name="end"/>.</summary>
    public DataFrame Range(long end) => Numbers(end);

    /// <summary>One column <c>id</c> with the numbers from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public DataFrame Range(long start, long end) => Numbers(start, end);

    /// <summary>As above, every <paramref name="step"/>.</summary>
    public DataFrame Range(long start, long end, long step) => Numbers(start, end, step);

    /// <summary>As above, in <paramref name="numPartitions"/> partitions.</summary>
    public DataFrame Range(long start, long end, long step, int numPartitions) => Numbers(start, end, step, numPartitions);

    private static SparkSession FromOption(string method)
    {
        using JvmObjectReference option = SparkEnvironment.JvmBridge.CallStatic(ClassName, method);
        return option.Get<bool>("isDefined") ? new(option.Call("get")) : null;
    }

    // Spark's range is a Dataset of numbers; every frame here is one of rows.
    private DataFrame Numbers(params object[] bounds)
    {
        using JvmObjectReference numbers = Reference.Call("range", bounds);
        return new(numbers.Call("toDF"));
    }
}
