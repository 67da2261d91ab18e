using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;

namespace SpecialDelivery.Jobs.Events;

/// <summary>The files of events as one table.</summary>
internal static class EventTable
{
    /// <summary>Columns of an event in files and in the staging area.</summary>
    public const string Schema =
        "partition int, offset bigint, received bigint, ts bigint, placed bigint, late boolean, clamped boolean, event_type string, params string, "
        + "year int, month int, day int, hour int";

    /// <summary>The columns by which files are laid out.</summary>
    public static readonly string[] Layout = ["year", "month", "day", "hour"];

    /// <summary>Opens it; a condition on year, month, day and hour reads those folders only.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="root">Folder of the files.</param>
    /// <returns>Columns of <see cref="Schema"/>; null when no event was ever written.</returns>
    public static DataFrame? Open(SparkSession spark, string root) =>
        new HadoopFiles(spark).Exists(root) ? spark.Read().Schema(Schema).Parquet(root) : null;
}
