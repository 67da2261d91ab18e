using System.Runtime.ExceptionServices;
using Microsoft.Spark;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;

namespace SpecialDelivery.Jobs.Hosting;

/// <summary>A query from its start to its end.</summary>
internal static class QueryRun
{
    /// <summary>Starts a query and waits until it ends by itself or is asked to.</summary>
    /// <param name="start">Starts it with a handler for its batches.</param>
    /// <param name="onBatch">Handles a batch. Blocking on purpose: only Spark's calls from the handler's own thread are cancelled when the query is stopped.</param>
    /// <param name="running">Told when it has started.</param>
    /// <param name="stop">Asks it to stop after the batch.</param>
    /// <remarks>What a batch threw is thrown again as it was: by way of Spark it would come back as a Java stack.</remarks>
    public static void ToEnd(
        Func<Action<DataFrame, long, CancellationToken>, StreamingQuery> start,
        Action<DataFrame, long, CancellationToken> onBatch,
        Action running,
        CancellationToken stop)
    {
        Exception? failure = null;
        StreamingQuery query = start(Handle);
        running();
        using (stop.Register(query.Stop))
        {
            try
            {
                query.AwaitTermination();
            }
            catch (JvmCallException) when (failure is not null)
            {
                ExceptionDispatchInfo.Throw(failure);
            }
        }

        void Handle(DataFrame batch, long id, CancellationToken cancel)
        {
            try
            {
                onBatch(batch, id, cancel);
            }
            catch (Exception e)
            {
                failure = e;
                throw;
            }
        }
    }
}
