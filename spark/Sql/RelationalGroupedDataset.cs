#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql;

/// <summary>Rows in groups, waiting for aggregates.</summary>
public sealed class RelationalGroupedDataset : IJvmObjectReferenceProvider
{
    internal RelationalGroupedDataset(JvmObjectReference reference) => Reference = reference;

    /// <inheritdoc/>
    public JvmObjectReference Reference { get; }

    /// <summary>One row per group: its key and the given aggregates.</summary>
    public DataFrame Agg(Column expr, params Column[] exprs) => Frame("agg", expr, JavaArray.Of(exprs));

    /// <summary>Number of rows per group, in column <c>count</c>.</summary>
    public DataFrame Count() => Frame("count");

    /// <summary>Mean of the named columns, or of all numbers, per group.</summary>
    public DataFrame Mean(params string[] colNames) => Frame("mean", JavaArray.Of(colNames));

    /// <summary>Greatest of the named columns, or of all numbers, per group.</summary>
    public DataFrame Max(params string[] colNames) => Frame("max", JavaArray.Of(colNames));

    /// <summary>Mean of the named columns, or of all numbers, per group.</summary>
    public DataFrame Avg(params string[] colNames) => Frame("avg", JavaArray.Of(colNames));

    /// <summary>Least of the named columns, or of all numbers, per group.</summary>
    public DataFrame Min(params string[] colNames) => Frame("min", JavaArray.Of(colNames));

    /// <summary>Sum of the named columns, or of all numbers, per group.</summary>
    public DataFrame Sum(params string[] colNames) => Frame("sum", JavaArray.Of(colNames));

    /// <summary>A column per value of one column; the values are found by a job of their own.</summary>
    public RelationalGroupedDataset Pivot(string pivotColumn) => Grouped("pivot", pivotColumn);

    /// <summary>A column per given value of one column.</summary>
    public RelationalGroupedDataset Pivot(string pivotColumn, IEnumerable<object> values) =>
        Grouped("pivot", pivotColumn, ScalaSeq.Of(values));

    /// <summary>A column per value of one column; the values are found by a job of their own.</summary>
    public RelationalGroupedDataset Pivot(Column pivotColumn) => Grouped("pivot", pivotColumn);

    /// <summary>A column per given value of one column.</summary>
    public RelationalGroupedDataset Pivot(Column pivotColumn, IEnumerable<object> values) =>
        Grouped("pivot", pivotColumn, ScalaSeq.Of(values));

    private DataFrame Frame(string method, params object[] args) => new(Reference.Call(method, args));

    private RelationalGroupedDataset Grouped(string method, params object[] args) => new(Reference.Call(method, args));
}
