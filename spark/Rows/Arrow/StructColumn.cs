using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Rows within rows: a column for each field.</summary>
internal sealed class StructColumn(ArrowColumn.Head head, ArrowColumn[] fields, StructType type) : ArrowColumn(head)
{
    public ArrowColumn Field(int i) => fields[i];

    protected override object? Boxed(int row)
    {
        object?[] values = new object?[fields.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = fields[i].Value(row);
        }

        return new Row(values!, type);
    }
}
