namespace Microsoft.Spark.Rows;

/// <summary>Values of equal width, side by side: sbyte, short, int, long, float, double, and what builds on them.</summary>
internal class FixedWidthColumn<T>(ArrowColumn.Head head, ArrowBuffer values) : ArrowColumn(head)
    where T : unmanaged
{
    /// <summary>All values; where <see cref="ArrowColumn.IsNull"/> holds, anything.</summary>
    public ReadOnlySpan<T> Values => values.As<T>(Length);

    public T this[int row] => Values[row];

    // Microsoft.Spark's rows know no numbers narrower than int and double.
    protected override object? Boxed(int row) => Values[row] switch
    {
        sbyte number => (int)number,
        short number => (int)number,
        float number => (double)number,
        T other => other,
    };
}
