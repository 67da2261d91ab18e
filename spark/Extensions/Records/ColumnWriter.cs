using Microsoft.Spark.Rows;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>Values of one .NET type on their way into a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Append">Adds a value, or a null where the type has one.</param>
internal readonly record struct ColumnWriter<T>(ColumnBuilder Column, Action<T> Append)
{
    /// <summary>A column that holds just such values.</summary>
    public static ColumnWriter<T> To(ColumnBuilder<T> column) => new(column, column.Append);
}
