#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop;

namespace Microsoft.Spark.Sql;

/// <summary>The functions expressions are made of; meant for <c>using static</c>.</summary>
public static partial class Functions
{
    private const string ClassName = "org.apache.spark.sql.functions";

    /// <summary>The column of the given name.</summary>
    public static Column Column(string columnName) => Col(columnName);

    /// <summary>The column of the given name.</summary>
    public static Column Col(string columnName) => Call("col", columnName);

    /// <summary>A value that is the same for all rows; a column is returned as it is.</summary>
    /// <remarks>
    /// Besides what Microsoft.Spark takes: decimal, float, short, byte, char, Guid (as text), DateTime, DateTimeOffset and DateOnly.
    /// A DateTime of no stated zone is taken as UTC.
    /// </remarks>
    public static Column Lit(object literal) => literal switch
    {
        Column column => column,
        float number => Call("lit", (double)number).Cast("float"),
        short number => Call("lit", (int)number).Cast("smallint"),
        sbyte number => Call("lit", (int)number).Cast("tinyint"),
        byte number => Call("lit", (int)number),
        char letter => Call("lit", letter.ToString()),
        Guid id => Call("lit", id.ToString()),
        _ => Call("lit", literal),
    };

    /// <summary>The value of a SQL expression.</summary>
    public static Column Expr(string expr) => Call("expr", expr);

    /// <summary>A value where a condition holds; more cases follow by <see cref="Sql.Column.When"/> and <see cref="Sql.Column.Otherwise"/>.</summary>
    public static Column When(Column condition, object value) => Call("when", condition, Operand(value));

    /// <summary>The first value that is not null.</summary>
    public static Column Coalesce(params Column[] columns) => Call("coalesce", JavaArray.Of(columns));

    /// <summary>Whether the value is null.</summary>
    public static Column IsNull(Column column) => Call("isnull", column);

    /// <summary>Whether the value is not a number.</summary>
    public static Column IsNaN(Column column) => Call("isnan", column);

    /// <summary>True where the value is false.</summary>
    public static Column Not(Column column) => Call("not", column);

    /// <summary>Minus of the value.</summary>
    public static Column Negate(Column column) => Call("negate", column);

    /// <summary>The first value, or the second where the first is not a number.</summary>
    public static Column NaNvl(Column column1, Column column2) => Call("nanvl", column1, column2);

    /// <summary>A number per row, unique and rising within a partition, not consecutive.</summary>
    public static Column MonotonicallyIncreasingId() => Call("monotonically_increasing_id");

    /// <summary>Number of the partition of the row.</summary>
    public static Column SparkPartitionId() => Call("spark_partition_id");

    /// <summary>The file the row was read from.</summary>
    public static Column InputFileName() => Call("input_file_name");

    /// <summary>The same rows, marked as few enough to send to every executor in a join.</summary>
    public static DataFrame Broadcast(DataFrame df) => new(SparkEnvironment.JvmBridge.CallStatic(ClassName, "broadcast", df));

    /// <summary>Order by a column, rising.</summary>
    public static Column Asc(string columnName) => Call("asc", columnName);

    /// <summary>Order by a column, rising, nulls first.</summary>
    public static Column AscNullsFirst(string columnName) => Call("asc_nulls_first", columnName);

    /// <summary>Order by a column, rising, nulls last.</summary>
    public static Column AscNullsLast(string columnName) => Call("asc_nulls_last", columnName);

    /// <summary>Order by a column, falling.</summary>
    public static Column Desc(string columnName) => Call("desc", columnName);

    /// <summary>Order by a column, falling, nulls first.</summary>
    public static Column DescNullsFirst(string columnName) => Call("desc_nulls_first", columnName);

    /// <summary>Order by a column, falling, nulls last.</summary>
    public static Column DescNullsLast(string columnName) => Call("desc_nulls_last", columnName);

    internal static Column Call(string method, params object[] args) => new(SparkEnvironment.JvmBridge.CallStatic(ClassName, method, args));

    // What the gateway cannot carry as the type it has in .NET goes in as an expression of that type.
    internal static object Operand(object value) => value is float or short or sbyte or byte or char or Guid ? Lit(value) : value;
}
