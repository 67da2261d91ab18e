#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Sql;

// What combines, groups, orders or samples frames.
public sealed partial class DataFrame
{
    /// <summary>Every row of this with every row of <paramref name="right"/>; Spark refuses it where cross joins are off.</summary>
    public DataFrame Join(DataFrame right) => Frame("join", right);

    /// <summary>The pairs equal in one column, which appears once.</summary>
    public DataFrame Join(DataFrame right, string usingColumn) => Frame("join", right, usingColumn);

    /// <summary>The pairs equal in the given columns, which appear once.</summary>
    /// <param name="right">The other side.</param>
    /// <param name="usingColumns">Columns both sides have.</param>
    /// <param name="joinType">inner, left, right, outer, left_semi, left_anti or cross.</param>
    public DataFrame Join(DataFrame right, IEnumerable<string> usingColumns, string joinType = "inner") =>
        Frame("join", right, JavaArray.Of([.. usingColumns]), joinType);

    /// <summary>The pairs for which a condition holds.</summary>
    /// <param name="right">The other side.</param>
    /// <param name="joinExpr">The condition.</param>
    /// <param name="joinType">inner, left, right, outer, left_semi or left_anti.</param>
    public DataFrame Join(DataFrame right, Column joinExpr, string joinType = "inner") => Frame("join", right, joinExpr, joinType);

    /// <summary>Every row of this with every row of <paramref name="right"/>.</summary>
    public DataFrame CrossJoin(DataFrame right) => Frame("crossJoin", right);

    /// <summary>The rows of both, columns matched by place, duplicates kept.</summary>
    public DataFrame Union(DataFrame other) => Frame("union", other);

    /// <summary>The rows of both, columns matched by name, duplicates kept.</summary>
    public DataFrame UnionByName(DataFrame other) => Frame("unionByName", other);

    /// <summary>As above; a column only one side has is null for the other when <paramref name="allowMissingColumns"/>.</summary>
    public DataFrame UnionByName(DataFrame other, bool allowMissingColumns) => Frame("unionByName", other, allowMissingColumns);

    /// <summary>The distinct rows both have.</summary>
    public DataFrame Intersect(DataFrame other) => Frame("intersect", other);

    /// <summary>The rows both have, as often as both have them.</summary>
    public DataFrame IntersectAll(DataFrame other) => Frame("intersectAll", other);

    /// <summary>The distinct rows only this has.</summary>
    public DataFrame Except(DataFrame other) => Frame("except", other);

    /// <summary>The rows of this, less those of <paramref name="other"/>, duplicates kept.</summary>
    public DataFrame ExceptAll(DataFrame other) => Frame("exceptAll", other);

    /// <summary>Groups rows equal in the given columns.</summary>
    public RelationalGroupedDataset GroupBy(params Column[] columns) => Grouped("groupBy", JavaArray.Of(columns));

    /// <summary>Groups rows equal in the named columns.</summary>
    public RelationalGroupedDataset GroupBy(string column, params string[] columns) => Grouped("groupBy", column, JavaArray.Of(columns));

    /// <summary>Groups by the given columns, then by ever fewer of them.</summary>
    public RelationalGroupedDataset Rollup(params Column[] columns) => Grouped("rollup", JavaArray.Of(columns));

    /// <summary>Groups by the named columns, then by ever fewer of them.</summary>
    public RelationalGroupedDataset Rollup(string column, params string[] columns) => Grouped("rollup", column, JavaArray.Of(columns));

    /// <summary>Groups by every subset of the given columns.</summary>
    public RelationalGroupedDataset Cube(params Column[] columns) => Grouped("cube", JavaArray.Of(columns));

    /// <summary>Groups by every subset of the named columns.</summary>
    public RelationalGroupedDataset Cube(string column, params string[] columns) => Grouped("cube", column, JavaArray.Of(columns));

    /// <summary>Aggregates over all rows.</summary>
    public DataFrame Agg(Column expr, params Column[] exprs) => Frame("agg", expr, JavaArray.Of(exprs));

    /// <summary>The rows in order of the given columns.</summary>
    public DataFrame Sort(params Column[] columns) => Frame("sort", JavaArray.Of(columns));

    /// <summary>The rows in order of the named columns.</summary>
    public DataFrame Sort(string column, params string[] columns) => Frame("sort", column, JavaArray.Of(columns));

    /// <summary>The rows in order of the given columns.</summary>
    public DataFrame OrderBy(params Column[] columns) => Sort(columns);

    /// <summary>The rows in order of the named columns.</summary>
    public DataFrame OrderBy(string column, params string[] columns) => Sort(column, columns);

    /// <summary>The rows of each partition in order of the given columns.</summary>
    public DataFrame SortWithinPartitions(params Column[] columns) => Frame("sortWithinPartitions", JavaArray.Of(columns));

    /// <summary>The rows of each partition in order of the named columns.</summary>
    public DataFrame SortWithinPartitions(string column, params string[] columns) =>
        Frame("sortWithinPartitions", column, JavaArray.Of(columns));

    /// <summary>A random part of the rows.</summary>
    /// <param name="fraction">Expected share, 0 to 1; a row may be taken more than once with replacement.</param>
    /// <param name="withReplacement">Whether a row may be taken more than once.</param>
    /// <param name="seed">Makes the choice repeatable.</param>
    public DataFrame Sample(double fraction, bool withReplacement = false, long? seed = null) => seed is { } given
        ? Frame("sample", withReplacement, fraction, given)
        : Frame("sample", withReplacement, fraction);

    /// <summary>Splits the rows at random, in proportion to <paramref name="weights"/>.</summary>
    public DataFrame[] RandomSplit(double[] weights, long? seed = null) => Array.ConvertAll(
        seed is { } given
            ? Reference.Get<JvmObjectReference[]>("randomSplit", weights, given)
            : Reference.Get<JvmObjectReference[]>("randomSplit", (object)weights),
        part => new DataFrame(part));

    private RelationalGroupedDataset Grouped(string method, params object[] args) => new(Reference.Call(method, args));
}
