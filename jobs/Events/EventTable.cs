using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;

namespace SpecialDelivery.Jobs.Events;

/// <summary>The files of events as one table.</summary>
internal static class EventTable
{
    /// <summary>Opens it; a condition on year, month, day and hour reads those folders only.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="root">Folder of the files.</param>
    /// <returns>Columns of <see cref="EventDecoding.Schema"/>; null when no event was ever written.</returns>
    public static DataFrame? Open(SparkSession spark, string root) =>
        new HadoopFiles(spark).Exists(root) ? spark.Read().Schema(EventDecoding.Schema).Parquet(root) : null;
}
