namespace Microsoft.Spark.Rows;

/// <summary>One bit for each value.</summary>
internal sealed class BooleanColumn(ArrowColumn.Head head, ArrowBuffer values) : ArrowColumn(head)
{
    public bool this[int row] => values.Bit(row);

    protected override object? Boxed(int row) => this[row];
}
