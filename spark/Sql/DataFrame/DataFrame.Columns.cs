#nullable disable
using Microsoft.Spark.Calls;

namespace Microsoft.Spark.Sql;

// What changes columns or picks rows of one frame.
public sealed partial class DataFrame
{
    /// <summary>The given columns.</summary>
    public DataFrame Select(params Column[] columns) => Frame("select", JavaArray.Of(columns));

    /// <summary>The columns of the given names.</summary>
    public DataFrame Select(string column, params string[] columns) => Frame("select", column, JavaArray.Of(columns));

    /// <summary>The values of SQL expressions.</summary>
    public DataFrame SelectExpr(params string[] expressions) => Frame("selectExpr", JavaArray.Of(expressions));

    /// <summary>The rows for which a condition holds.</summary>
    public DataFrame Filter(Column condition) => Frame("filter", condition);

    /// <summary>The rows for which a SQL expression holds.</summary>
    public DataFrame Filter(string conditionExpr) => Frame("filter", conditionExpr);

    /// <summary>The rows for which a condition holds.</summary>
    public DataFrame Where(Column condition) => Filter(condition);

    /// <summary>The rows for which a SQL expression holds.</summary>
    public DataFrame Where(string conditionExpr) => Filter(conditionExpr);

    /// <summary>All columns, and one more or with new values.</summary>
    public DataFrame WithColumn(string colName, Column col) => Frame("withColumn", colName, col);

    /// <summary>All columns, one under a new name.</summary>
    public DataFrame WithColumnRenamed(string existingName, string newName) => Frame("withColumnRenamed", existingName, newName);

    /// <summary>All columns but the named ones.</summary>
    public DataFrame Drop(params string[] colNames) => Frame("drop", JavaArray.Of(colNames));

    /// <summary>All columns but one.</summary>
    public DataFrame Drop(Column col) => Frame("drop", col);

    /// <summary>One of each group of equal rows.</summary>
    public DataFrame DropDuplicates() => Frame("dropDuplicates");

    /// <summary>One of each group of rows that are equal in the named columns.</summary>
    public DataFrame DropDuplicates(string col, params string[] cols) => Frame("dropDuplicates", col, JavaArray.Of(cols));

    /// <summary>One of each group of equal rows.</summary>
    public DataFrame Distinct() => Frame("distinct");

    /// <summary>At most <paramref name="n"/> rows.</summary>
    public DataFrame Limit(int n) => Frame("limit", n);

    /// <summary>The same rows under a name that expressions can use.</summary>
    public DataFrame As(string alias) => Frame("as", alias);

    /// <summary>The same rows under a name that expressions can use.</summary>
    public DataFrame Alias(string alias) => Frame("alias", alias);

    /// <summary>The same rows with advice to the optimizer, such as <c>broadcast</c>.</summary>
    public DataFrame Hint(string name, object[] parameters = null) =>
        Frame("hint", name, new JavaArray("java.lang.Object", parameters ?? []));

    /// <summary>The same rows.</summary>
    public DataFrame ToDF() => Frame("toDF");

    /// <summary>The same rows with all columns renamed.</summary>
    public DataFrame ToDF(params string[] colNames) => Frame("toDF", JavaArray.Of(colNames));

    /// <summary>Each row as JSON text, in one column <c>value</c>.</summary>
    public DataFrame ToJSON()
    {
        using var texts = Reference.Call("toJSON");
        return new(texts.Call("toDF"));
    }

    /// <summary>The frame that <paramref name="func"/> makes of this one.</summary>
    public DataFrame Transform(Func<DataFrame, DataFrame> func) => func(this);

    /// <summary>Count, mean, deviation, least and greatest of the named columns, or of all.</summary>
    public DataFrame Describe(params string[] cols) => Frame("describe", JavaArray.Of(cols));

    /// <summary>The named statistics of every column, or the usual ones.</summary>
    public DataFrame Summary(params string[] statistics) => Frame("summary", JavaArray.Of(statistics));

    /// <summary>The same rows, with the event time and how late a row may come.</summary>
    public DataFrame WithWatermark(string eventTime, string delayThreshold) => Frame("withWatermark", eventTime, delayThreshold);

    /// <summary>The same rows, with aggregates of them reported in the progress of a query.</summary>
    public DataFrame Observe(string name, Column expr, params Column[] exprs) => Frame("observe", name, expr, JavaArray.Of(exprs));
}
