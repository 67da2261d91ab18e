using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;

namespace Microsoft.Spark.Extensions;

/// <summary>What Microsoft.Spark's <see cref="DataStreamWriter"/> does not offer.</summary>
public static class DataStreamWriterExtensions
{
    /// <summary>As <see cref="DataStreamWriter.ForeachBatch"/>, with a token that is cancelled when the query is being stopped.</summary>
    /// <remarks>
    /// <see cref="StreamingQuery.Stop"/>, called on the query the writer started, cancels the token and then stops the query.
    /// A handler that gives up throws <see cref="OperationCanceledException"/>, and the batch is repeated at the next start;
    /// one that returns has done the batch. A batch that ignores the token holds up the stop while it is busy outside Spark.
    /// </remarks>
    public static DataStreamWriter ForeachBatch(this DataStreamWriter writer, Action<DataFrame, long, CancellationToken> handler) =>
        writer.OnEachBatch(handler);
}
