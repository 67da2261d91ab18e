namespace Microsoft.Spark.Rows;

/// <summary>The values of one column in one batch. Its subclass follows from the type of the column.</summary>
internal abstract class ArrowColumn(ArrowColumn.Head head)
{
    /// <summary>What every column starts with.</summary>
    /// <param name="Length">Number of values, nulls included.</param>
    /// <param name="HasNulls">False when the bits need not be read.</param>
    /// <param name="Validity">One bit for each value, 0 for null.</param>
    internal readonly record struct Head(int Length, bool HasNulls, ArrowBuffer Validity);

    public int Length => head.Length;

    public bool HasNulls => head.HasNulls;

    public bool IsNull(int row) => head.HasNulls && !head.Validity.Bit(row);

    /// <summary>The value as a row holds it, boxed; null for null.</summary>
    public object? Value(int row) => IsNull(row) ? null : Boxed(row);

    protected abstract object? Boxed(int row);
}
