using Microsoft.Spark.Calls;
using Microsoft.Spark.Sql;

namespace Microsoft.Spark.Extensions;

/// <summary>What Microsoft.Spark's <see cref="DataFrame"/> does not offer.</summary>
public static class DataFrameExtensions
{
    /// <summary>The session a frame belongs to; in a batch of a query, the query's own. Do not dispose it: that stops Spark.</summary>
    public static SparkSession SparkSession(this DataFrame frame) => new(frame.Reference.Call("sparkSession"));
}
