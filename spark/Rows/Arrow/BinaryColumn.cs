namespace Microsoft.Spark.Rows;

/// <summary>Byte strings of any length, one after the other.</summary>
internal class BinaryColumn(ArrowColumn.Head head, ArrowBuffer offsets, ArrowBuffer data) : ArrowColumn(head)
{
    /// <summary>The bytes of one value, without a copy.</summary>
    public ReadOnlySpan<byte> Bytes(int row)
    {
        ReadOnlySpan<int> ends = offsets.As<int>(Length + 1);
        return data.Bytes[ends[row]..ends[row + 1]];
    }

    /// <inheritdoc cref="Bytes"/>
    public ReadOnlyMemory<byte> Memory(int row)
    {
        ReadOnlySpan<int> ends = offsets.As<int>(Length + 1);
        return data.Memory[ends[row]..ends[row + 1]];
    }

    protected override object? Boxed(int row) => Bytes(row).ToArray();
}
