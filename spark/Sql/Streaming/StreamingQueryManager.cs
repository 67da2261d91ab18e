#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql.Streaming;

/// <summary>The streaming queries of a session.</summary>
public sealed class StreamingQueryManager : IJvmObjectReferenceProvider
{
    internal StreamingQueryManager(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>The running queries.</summary>
    public IEnumerable<StreamingQuery> Active() =>
        Array.ConvertAll(Reference.Get<JvmObjectReference[]>("active"), query => new StreamingQuery(query));

    /// <summary>The running query of the given id, or null.</summary>
    public StreamingQuery Get(string id) => Reference.Call("get", id) is { } query ? new(query) : null;

    /// <summary>Waits until some query has ended since <see cref="ResetTerminated"/>.</summary>
    /// <remarks>When it ended by a failure, throws an exception whose inner exception is a <see cref="StreamingQueryException"/>.</remarks>
    public void AwaitAnyTermination() => StreamingQueryException.Surface(() => Reference.Do("awaitAnyTermination"));

    /// <summary>As above, at most <paramref name="timeoutMs"/> milliseconds.</summary>
    public void AwaitAnyTermination(long timeoutMs) =>
        StreamingQueryException.Surface(() => Reference.Do("awaitAnyTermination", timeoutMs));

    /// <summary>Forgets the queries that have ended, so that the next wait is for others.</summary>
    public void ResetTerminated() => Reference.Do("resetTerminated");
}
