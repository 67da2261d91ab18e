using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql.Streaming;

// The C# side of foreachBatch: called on the query's own JVM thread, which waits for it.
internal sealed class BatchHandler(Action<DataFrame, long, CancellationToken> handler, CancellationToken stopping) : IJvmCallback
{
    // Longer than any stop takes to arrive; reached only when the stop itself failed.
    private const long LongestWaitForStopMilliseconds = 60_000;

    public object? Invoke(string method, object?[] args)
    {
        JvmObjectReference batch = (JvmObjectReference)args[0]!;
        try
        {
            handler(new DataFrame(batch), (long)args[1]!, stopping);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            AwaitInterruption(batch.Jvm);
            throw;
        }
    }

    // The handler gave up because the query is being stopped, but Spark ends a query cleanly only on its own interruption, and
    // that comes after the token. So the query's thread waits for it, and what it throws then goes back to Spark.
    private static void AwaitInterruption(IJvmBridge jvm) =>
        jvm.CallStaticJavaMethod("java.lang.Thread", "sleep", LongestWaitForStopMilliseconds);
}
