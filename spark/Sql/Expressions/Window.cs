#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop;

namespace Microsoft.Spark.Sql.Expressions;

/// <summary>Starts the description of a <see cref="WindowSpec"/>.</summary>
public static class Window
{
    /// <summary>The first row of the partition.</summary>
    public static long UnboundedPreceding => long.MinValue;

    /// <summary>The last row of the partition.</summary>
    public static long UnboundedFollowing => long.MaxValue;

    /// <summary>The current row.</summary>
    public static long CurrentRow => 0;

    /// <inheritdoc cref="WindowSpec.PartitionBy(string, string[])"/>
    public static WindowSpec PartitionBy(string colName, params string[] colNames) => Of("partitionBy", colName, JavaArray.Of(colNames));

    /// <inheritdoc cref="WindowSpec.PartitionBy(Column[])"/>
    public static WindowSpec PartitionBy(params Column[] columns) => Of("partitionBy", JavaArray.Of(columns));

    /// <inheritdoc cref="WindowSpec.OrderBy(string, string[])"/>
    public static WindowSpec OrderBy(string colName, params string[] colNames) => Of("orderBy", colName, JavaArray.Of(colNames));

    /// <inheritdoc cref="WindowSpec.OrderBy(Column[])"/>
    public static WindowSpec OrderBy(params Column[] columns) => Of("orderBy", JavaArray.Of(columns));

    /// <inheritdoc cref="WindowSpec.RowsBetween"/>
    public static WindowSpec RowsBetween(long start, long end) => Of("rowsBetween", start, end);

    /// <inheritdoc cref="WindowSpec.RangeBetween"/>
    public static WindowSpec RangeBetween(long start, long end) => Of("rangeBetween", start, end);

    private static WindowSpec Of(string method, params object[] args) =>
        new(SparkEnvironment.JvmBridge.CallStatic("org.apache.spark.sql.expressions.Window", method, args));
}
