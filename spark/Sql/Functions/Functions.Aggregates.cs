#nullable disable
using Microsoft.Spark.Calls;

namespace Microsoft.Spark.Sql;

// One value from the rows of a group.
public static partial class Functions
{
    /// <summary>The mean.</summary>
    public static Column Avg(Column column) => Call("avg", column);

    /// <inheritdoc cref="Avg(Column)"/>
    public static Column Avg(string columnName) => Call("avg", columnName);

    /// <summary>The mean.</summary>
    public static Column Mean(Column column) => Call("mean", column);

    /// <inheritdoc cref="Mean(Column)"/>
    public static Column Mean(string columnName) => Call("mean", columnName);

    /// <summary>The sum.</summary>
    public static Column Sum(Column column) => Call("sum", column);

    /// <inheritdoc cref="Sum(Column)"/>
    public static Column Sum(string columnName) => Call("sum", columnName);

    /// <summary>The least value.</summary>
    public static Column Min(Column column) => Call("min", column);

    /// <inheritdoc cref="Min(Column)"/>
    public static Column Min(string columnName) => Call("min", columnName);

    /// <summary>The greatest value.</summary>
    public static Column Max(Column column) => Call("max", column);

    /// <inheritdoc cref="Max(Column)"/>
    public static Column Max(string columnName) => Call("max", columnName);

    /// <summary>How many values are not null.</summary>
    public static Column Count(Column column) => Call("count", column);

    /// <inheritdoc cref="Count(Column)"/>
    public static Column Count(string columnName) => Call("count", columnName);

    /// <summary>All values, duplicates kept, in no stated order.</summary>
    public static Column CollectList(Column column) => Call("collect_list", column);

    /// <inheritdoc cref="CollectList(Column)"/>
    public static Column CollectList(string columnName) => Call("collect_list", columnName);

    /// <summary>The distinct values, in no stated order.</summary>
    public static Column CollectSet(Column column) => Call("collect_set", column);

    /// <inheritdoc cref="CollectSet(Column)"/>
    public static Column CollectSet(string columnName) => Call("collect_set", columnName);

    /// <summary>The sample standard deviation.</summary>
    public static Column Stddev(Column column) => Call("stddev", column);

    /// <inheritdoc cref="Stddev(Column)"/>
    public static Column Stddev(string columnName) => Call("stddev", columnName);

    /// <summary>The population standard deviation.</summary>
    public static Column StddevPop(Column column) => Call("stddev_pop", column);

    /// <inheritdoc cref="StddevPop(Column)"/>
    public static Column StddevPop(string columnName) => Call("stddev_pop", columnName);

    /// <summary>The sample standard deviation.</summary>
    public static Column StddevSamp(Column column) => Call("stddev_samp", column);

    /// <inheritdoc cref="StddevSamp(Column)"/>
    public static Column StddevSamp(string columnName) => Call("stddev_samp", columnName);

    /// <summary>The sample variance.</summary>
    public static Column Variance(Column column) => Call("variance", column);

    /// <inheritdoc cref="Variance(Column)"/>
    public static Column Variance(string columnName) => Call("variance", columnName);

    /// <summary>The population variance.</summary>
    public static Column VarPop(Column column) => Call("var_pop", column);

    /// <inheritdoc cref="VarPop(Column)"/>
    public static Column VarPop(string columnName) => Call("var_pop", columnName);

    /// <summary>The sample variance.</summary>
    public static Column VarSamp(Column column) => Call("var_samp", column);

    /// <inheritdoc cref="VarSamp(Column)"/>
    public static Column VarSamp(string columnName) => Call("var_samp", columnName);

    /// <summary>The skewness.</summary>
    public static Column Skewness(Column column) => Call("skewness", column);

    /// <inheritdoc cref="Skewness(Column)"/>
    public static Column Skewness(string columnName) => Call("skewness", columnName);

    /// <summary>The excess kurtosis.</summary>
    public static Column Kurtosis(Column column) => Call("kurtosis", column);

    /// <inheritdoc cref="Kurtosis(Column)"/>
    public static Column Kurtosis(string columnName) => Call("kurtosis", columnName);

    /// <summary>1 where the column is summed up in this row of a cube or rollup, else 0.</summary>
    public static Column Grouping(Column column) => Call("grouping", column);

    /// <inheritdoc cref="Grouping(Column)"/>
    public static Column Grouping(string columnName) => Call("grouping", columnName);

    /// <summary>The sum of the distinct values.</summary>
    public static Column SumDistinct(Column column) => Call("sumDistinct", column);

    /// <inheritdoc cref="SumDistinct(Column)"/>
    public static Column SumDistinct(string columnName) => Call("sumDistinct", columnName);

    /// <summary>About how many distinct values there are (HyperLogLog++); <c>rsd</c> is the relative standard deviation allowed, 0.05 by default.</summary>
    public static Column ApproxCountDistinct(Column column) => Call("approx_count_distinct", column);

    /// <inheritdoc cref="ApproxCountDistinct(Column)"/>
    public static Column ApproxCountDistinct(string columnName) => Call("approx_count_distinct", columnName);

    /// <inheritdoc cref="ApproxCountDistinct(Column)"/>
    public static Column ApproxCountDistinct(Column column, double rsd) => Call("approx_count_distinct", column, rsd);

    /// <inheritdoc cref="ApproxCountDistinct(Column)"/>
    public static Column ApproxCountDistinct(string columnName, double rsd) => Call("approx_count_distinct", columnName, rsd);

    /// <summary>How many distinct combinations of values there are.</summary>
    public static Column CountDistinct(Column column, params Column[] columns) => Call("countDistinct", column, JavaArray.Of(columns));

    /// <inheritdoc cref="CountDistinct(Column, Column[])"/>
    public static Column CountDistinct(string columnName, params string[] columnNames) =>
        Call("countDistinct", columnName, JavaArray.Of(columnNames));

    /// <summary>How many distinct combinations of values there are.</summary>
    public static Column Count_Distinct(Column column, params Column[] columns) => Call("count_distinct", column, JavaArray.Of(columns));

    /// <summary>The sum of the distinct values.</summary>
    public static Column Sum_Distinct(Column column) => Call("sum_distinct", column);

    /// <summary>The value of the first row, or of the first that is not null.</summary>
    public static Column First(Column column, bool ignoreNulls = false) => Call("first", column, ignoreNulls);

    /// <inheritdoc cref="First(Column, bool)"/>
    public static Column First(string columnName, bool ignoreNulls = false) => Call("first", columnName, ignoreNulls);

    /// <summary>The value of the last row, or of the last that is not null.</summary>
    public static Column Last(Column column, bool ignoreNulls = false) => Call("last", column, ignoreNulls);

    /// <inheritdoc cref="Last(Column, bool)"/>
    public static Column Last(string columnName, bool ignoreNulls = false) => Call("last", columnName, ignoreNulls);

    /// <summary>About the value below which a share of the values lies; the error is 1 / <c>accuracy</c>.</summary>
    public static Column PercentileApprox(Column column, Column percentage, Column accuracy) =>
        Call("percentile_approx", column, percentage, accuracy);

    /// <summary>The product.</summary>
    public static Column Product(Column column) => Call("product", column);

    /// <summary>Pearson's correlation.</summary>
    public static Column Corr(Column column1, Column column2) => Call("corr", column1, column2);

    /// <inheritdoc cref="Corr(Column, Column)"/>
    public static Column Corr(string columnName1, string columnName2) => Call("corr", columnName1, columnName2);

    /// <summary>The population covariance.</summary>
    public static Column CovarPop(Column column1, Column column2) => Call("covar_pop", column1, column2);

    /// <inheritdoc cref="CovarPop(Column, Column)"/>
    public static Column CovarPop(string columnName1, string columnName2) => Call("covar_pop", columnName1, columnName2);

    /// <summary>The sample covariance.</summary>
    public static Column CovarSamp(Column column1, Column column2) => Call("covar_samp", column1, column2);

    /// <inheritdoc cref="CovarSamp(Column, Column)"/>
    public static Column CovarSamp(string columnName1, string columnName2) => Call("covar_samp", columnName1, columnName2);

    /// <summary>Which columns are summed up in this row of a cube or rollup, as bits.</summary>
    public static Column GroupingId(params Column[] columns) => Call("grouping_id", JavaArray.Of(columns));

    /// <inheritdoc cref="GroupingId(Column[])"/>
    public static Column GroupingId(string columnName, params string[] columnNames) =>
        Call("grouping_id", columnName, JavaArray.Of(columnNames));
}
