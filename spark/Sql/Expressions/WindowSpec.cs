#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql.Expressions;

/// <summary>Which rows around each row a window function sees.</summary>
public sealed class WindowSpec : IJvmObjectReferenceProvider
{
    internal WindowSpec(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>Only rows equal in the named columns.</summary>
    public WindowSpec PartitionBy(string colName, params string[] colNames) => Of("partitionBy", colName, JavaArray.Of(colNames));

    /// <summary>Only rows equal in the given columns.</summary>
    public WindowSpec PartitionBy(params Column[] columns) => Of("partitionBy", JavaArray.Of(columns));

    /// <summary>In order of the named columns.</summary>
    public WindowSpec OrderBy(string colName, params string[] colNames) => Of("orderBy", colName, JavaArray.Of(colNames));

    /// <summary>In order of the given columns.</summary>
    public WindowSpec OrderBy(params Column[] columns) => Of("orderBy", JavaArray.Of(columns));

    /// <summary>From <paramref name="start"/> to <paramref name="end"/> rows after the current one, both included.</summary>
    public WindowSpec RowsBetween(long start, long end) => Of("rowsBetween", start, end);

    /// <summary>Where the order lies from <paramref name="start"/> to <paramref name="end"/> above the current row's, both included.</summary>
    public WindowSpec RangeBetween(long start, long end) => Of("rangeBetween", start, end);

    private WindowSpec Of(string method, params object[] args) => new(Reference.Call(method, args));
}
