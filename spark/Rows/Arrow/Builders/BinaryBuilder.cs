using System.Buffers;

namespace Microsoft.Spark.Rows;

/// <summary>Byte strings of any length, one after the other.</summary>
/// <param name="write">Writes a value's bytes.</param>
internal sealed class BinaryBuilder<T>(Action<T, IBufferWriter<byte>> write) : ColumnBuilder<T>
{
    private readonly OffsetBuilder _ends = new();
    private readonly ArrayBufferWriter<byte> _bytes = new();

    protected override void AppendValue(T value)
    {
        write(value, _bytes);
        _ends.Add(_bytes.WrittenCount);
    }

    protected override void AppendNothing() => _ends.Add(_bytes.WrittenCount);

    protected override void AddValuesTo(ArrowBody body)
    {
        body.AddBuffer(_ends.Bytes);
        body.AddBuffer(_bytes.WrittenMemory);
    }

    protected override void ClearValues()
    {
        _ends.Clear();
        _bytes.ResetWrittenCount();
    }
}
