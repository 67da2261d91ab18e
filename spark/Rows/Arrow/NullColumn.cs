namespace Microsoft.Spark.Rows;

/// <summary>Nothing but nulls; it has no bytes at all.</summary>
internal sealed class NullColumn(int length) : ArrowColumn(new Head(length, HasNulls: false, default))
{
    protected override object? Boxed(int row) => null;
}
