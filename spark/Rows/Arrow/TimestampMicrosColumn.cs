using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Microseconds since 1 January 1970, UTC.</summary>
internal sealed class TimestampMicrosColumn(ArrowColumn.Head head, ArrowBuffer values) : FixedWidthColumn<long>(head, values)
{
    protected override object? Boxed(int row) => Timestamp.FromEpochMicros(this[row]);
}
