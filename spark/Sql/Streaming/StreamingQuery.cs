#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql.Streaming;

/// <summary>A streaming query, running or ended.</summary>
public sealed class StreamingQuery : IJvmObjectReferenceProvider
{
    private static readonly TimeSpan CancelAgain = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _stopping;

    internal StreamingQuery(JvmObjectReference reference, CancellationTokenSource stopping = null)
    {
        Reference = reference;
        _stopping = stopping;
    }

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>Its name, or null when it has none.</summary>
    public string Name => Reference.Get<string>("name");

    /// <summary>A UUID that stays the same over restarts from one checkpoint.</summary>
    public string Id => Reference.GetThrough<string>("id", "toString");

    /// <summary>A UUID of this start.</summary>
    public string RunId => Reference.GetThrough<string>("runId", "toString");

    /// <summary>Whether it is running.</summary>
    public bool IsActive() => Reference.Get<bool>("isActive");

    /// <summary>Waits until the query ends.</summary>
    /// <remarks>When it ended by a failure, throws an exception whose inner exception is a <see cref="StreamingQueryException"/>.</remarks>
    public void AwaitTermination() => StreamingQueryException.Surface(() => Reference.Do("awaitTermination"));

    /// <summary>Waits until the query ends, at most <paramref name="timeoutMs"/> milliseconds; false when it is still running.</summary>
    /// <remarks>When it ended by a failure, throws an exception whose inner exception is a <see cref="StreamingQueryException"/>.</remarks>
    public bool AwaitTermination(long timeoutMs)
    {
        bool ended = false;
        StreamingQueryException.Surface(() => ended = Reference.Get<bool>("awaitTermination", timeoutMs));
        return ended;
    }

    /// <summary>Waits until everything the sources hold now is written. For tests: with a steady source it may never return.</summary>
    public void ProcessAllAvailable() => StreamingQueryException.Surface(() => Reference.Do("processAllAvailable"));

    /// <summary>Stops the query; a running batch is interrupted and repeated at the next start.</summary>
    public void Stop()
    {
        // First, so that a handler busy outside Spark, which Spark cannot interrupt, gives up.
        _stopping?.Cancel();
        using ManualResetEventSlim stopped = new();
        Task cancelling = Task.Run(() => CancelJobsUntil(stopped));
        try
        {
            Reference.Do("stop");
        }
        finally
        {
            stopped.Set();
            cancelling.GetAwaiter().GetResult();
        }
    }

    /// <summary>Spark cancels a batch's jobs once, when it is told to stop: a job that the handler starts a moment later would run to its end, and the stop would wait for it.</summary>
    private void CancelJobsUntil(ManualResetEventSlim stopped)
    {
        while (!stopped.Wait(CancelAgain))
        {
            using JvmObjectReference session = (JvmObjectReference)Reference.Invoke("sparkSession");
            using JvmObjectReference context = (JvmObjectReference)session.Invoke("sparkContext");
            context.Do("cancelJobGroup", RunId);
        }
    }

    /// <summary>Prints the plan on the JVM's standard output.</summary>
    public void Explain(bool extended = false) => Reference.Do("explain", extended);

    /// <summary>Why the query ended, or null when it runs or ended by itself.</summary>
    public StreamingQueryException Exception()
    {
        using JvmObjectReference failure = (JvmObjectReference)Reference.GetOption("exception");
        return failure is null ? null : new StreamingQueryException(failure.Get<string>("toString"));
    }
}
