using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Days since 1 January 1970.</summary>
internal sealed class DateColumn(ArrowColumn.Head head, ArrowBuffer values) : FixedWidthColumn<int>(head, values)
{
    protected override object? Boxed(int row) => Date.FromEpochDays(this[row]);
}
