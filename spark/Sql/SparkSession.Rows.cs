#nullable disable
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

// Frames of rows made in .NET.
public sealed partial class SparkSession
{
    /// <summary>A frame of rows made in .NET.</summary>
    /// <param name="data">The rows, one value per field of <paramref name="schema"/>.</param>
    /// <param name="schema">Names and types of the columns.</param>
    public DataFrame CreateDataFrame(IEnumerable<GenericRow> data, StructType schema) => FromRows(data.Select(row => row.Values), schema);

    /// <summary>One column <c>_1</c> of whole numbers.</summary>
    public DataFrame CreateDataFrame(IEnumerable<int> data) => FromColumn(data, new IntegerType(), isNullable: false);

    /// <summary>One column <c>_1</c> of whole numbers or nulls.</summary>
    public DataFrame CreateDataFrame(IEnumerable<int?> data) => FromColumn(data, new IntegerType());

    /// <summary>One column <c>_1</c> of texts.</summary>
    public DataFrame CreateDataFrame(IEnumerable<string> data) => FromColumn(data, new StringType());

    /// <summary>One column <c>_1</c> of numbers.</summary>
    public DataFrame CreateDataFrame(IEnumerable<double> data) => FromColumn(data, new DoubleType(), isNullable: false);

    /// <summary>One column <c>_1</c> of numbers or nulls.</summary>
    public DataFrame CreateDataFrame(IEnumerable<double?> data) => FromColumn(data, new DoubleType());

    /// <summary>One column <c>_1</c> of booleans.</summary>
    public DataFrame CreateDataFrame(IEnumerable<bool> data) => FromColumn(data, new BooleanType(), isNullable: false);

    /// <summary>One column <c>_1</c> of booleans or nulls.</summary>
    public DataFrame CreateDataFrame(IEnumerable<bool?> data) => FromColumn(data, new BooleanType());

    /// <summary>One column <c>_1</c> of days.</summary>
    public DataFrame CreateDataFrame(IEnumerable<Date> data) => FromColumn(data, new DateType());

    /// <summary>One column <c>_1</c> of instants.</summary>
    public DataFrame CreateDataFrame(IEnumerable<Timestamp> data) => FromColumn(data, new TimestampType());

    private DataFrame FromColumn<T>(IEnumerable<T> data, DataType type, bool isNullable = true) =>
        FromRows(data.Select(value => new object[] { value }), new StructType([new StructField("_1", type, isNullable)]));

    private DataFrame FromRows(IEnumerable<object[]> rows, StructType schema)
    {
        using JvmObjectReference context = Reference.Call("sparkContext");
        return new(RowPickler.ToDataFrame(Reference, schema, rows, context.Get<int>("defaultParallelism")));
    }
}
