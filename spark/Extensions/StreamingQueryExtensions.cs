using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql.Streaming;

namespace Microsoft.Spark.Extensions;

/// <summary>What Microsoft.Spark's <see cref="StreamingQuery"/> does not offer.</summary>
public static class StreamingQueryExtensions
{
    /// <summary>The report of the last batch, or null before the first.</summary>
    public static StreamingQueryProgress? LastProgress(this StreamingQuery query) =>
        query.Reference.Invoke("lastProgress") is JvmObjectReference progress ? Read(progress) : null;

    /// <summary>The reports of the last batches, oldest first; as many as <c>spark.sql.streaming.numRecentProgressUpdates</c> says.</summary>
    public static IReadOnlyList<StreamingQueryProgress> RecentProgress(this StreamingQuery query) =>
        Array.ConvertAll(query.Reference.Get<JvmObjectReference[]>("recentProgress"), Read);

    internal static StreamingQueryProgress Read(JvmObjectReference progress)
    {
        using (progress)
        {
            return StreamingQueryProgress.Parse(progress.Get<string>("json"));
        }
    }
}
