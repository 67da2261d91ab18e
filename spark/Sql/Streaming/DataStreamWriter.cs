#nullable disable
using System.Diagnostics.CodeAnalysis;
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql.Streaming;

/// <summary>Describes where a stream of rows is written, then starts the query.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The token source goes on to the query, holds no timer or handle, and the published type is not disposable.")]
public sealed class DataStreamWriter : IJvmObjectReferenceProvider
{
    private readonly CancellationTokenSource _stopping = new();

    internal DataStreamWriter(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>What of a changing result is written: append, complete or update.</summary>
    public DataStreamWriter OutputMode(string outputMode) => With("outputMode", outputMode);

    /// <summary>What of a changing result is written.</summary>
    public DataStreamWriter OutputMode(OutputMode outputMode) => OutputMode(outputMode.ToString());

    /// <summary>Sets the format, such as <c>kafka</c>, <c>parquet</c> or <c>noop</c>.</summary>
    public DataStreamWriter Format(string source) => With("format", source);

    /// <summary>Splits the files into folders by the values of columns.</summary>
    public DataStreamWriter PartitionBy(params string[] colNames) => With("partitionBy", JavaArray.Of(colNames));

    /// <summary>Sets one option.</summary>
    public DataStreamWriter Option(string key, string value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataStreamWriter Option(string key, bool value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataStreamWriter Option(string key, long value) => With("option", key, value);

    /// <inheritdoc cref="Option(string, string)"/>
    public DataStreamWriter Option(string key, double value) => With("option", key, value);

    /// <summary>Sets several options.</summary>
    public DataStreamWriter Options(Dictionary<string, string> options) => With("options", options);

    /// <summary>Sets when a batch starts; as soon as the last one ended without this.</summary>
    public DataStreamWriter Trigger(Trigger trigger) => With("trigger", trigger);

    /// <summary>Names the query; unique among the running ones.</summary>
    public DataStreamWriter QueryName(string queryName) => With("queryName", queryName);

    /// <summary>Hands every batch to a function, with a number that is the same when the batch is repeated.</summary>
    /// <remarks>
    /// The function runs in the driver, one batch at a time. What it throws ends the query; the batch is repeated at the next
    /// start from the same checkpoint. Spark calls belong on the thread the function is called on: only those are cancelled
    /// when the query is stopped.
    /// </remarks>
    public DataStreamWriter ForeachBatch(Action<DataFrame, long> func) => OnEachBatch((batch, id, _) => func(batch, id));

    /// <summary>Starts the query.</summary>
    /// <param name="path">Where a format of files writes to.</param>
    public StreamingQuery Start(string path = null) => path is null ? Query("start") : Query("start", path);

    /// <summary>Starts the query, writing to a table.</summary>
    public StreamingQuery ToTable(string tableName) => Query("toTable", tableName);

    // The public Java interface, not Spark's Python helper: its method may throw anything, so that Java exceptions, and with
    // them the interruption a stop causes, reach Spark as they are.
    internal DataStreamWriter OnEachBatch(Action<DataFrame, long, CancellationToken> handler) => With(
        "foreachBatch",
        Reference.Bridge.CreateProxy(
            new BatchHandler(handler, _stopping.Token), "org.apache.spark.api.java.function.VoidFunction2"));

    private StreamingQuery Query(string method, params object[] args) => new(Reference.Call(method, args), _stopping);

    private DataStreamWriter With(string method, params object[] args)
    {
        Reference.Do(method, args);
        return this;
    }
}
