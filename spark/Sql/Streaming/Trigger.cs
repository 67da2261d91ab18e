#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql.Streaming;

/// <summary>When a streaming query starts a batch.</summary>
public sealed class Trigger : IJvmObjectReferenceProvider
{
    private Trigger(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>Every <paramref name="intervalMs"/> milliseconds; 0 for as soon as possible.</summary>
    public static Trigger ProcessingTime(long intervalMs) => Of("ProcessingTime", intervalMs);

    /// <summary>Every interval, such as <c>10 seconds</c>.</summary>
    public static Trigger ProcessingTime(string interval) => Of("ProcessingTime", interval);

    /// <summary>One batch with all there is, then the query ends.</summary>
    public static Trigger Once() => Of("Once");

    /// <summary>No batches: rows are handled as they come, with a checkpoint every <paramref name="intervalMs"/> milliseconds.</summary>
    public static Trigger Continuous(long intervalMs) => Of("Continuous", intervalMs);

    /// <summary>No batches: rows are handled as they come, with a checkpoint every interval.</summary>
    public static Trigger Continuous(string interval) => Of("Continuous", interval);

    internal static Trigger Of(string method, params object[] args) =>
        new(SparkEnvironment.JvmBridge.CallStatic("org.apache.spark.sql.streaming.Trigger", method, args));
}
