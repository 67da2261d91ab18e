using System.Buffers;
using System.Runtime.InteropServices;

namespace Microsoft.Spark.Rows;

/// <summary>Where values of any length end: a zero, then one number for each value.</summary>
internal sealed class OffsetBuilder
{
    private readonly ArrayBufferWriter<byte> _offsets = new();

    public OffsetBuilder() => Add(0);

    public ReadOnlyMemory<byte> Bytes => _offsets.WrittenMemory;

    public void Add(int end)
    {
        MemoryMarshal.Write(_offsets.GetSpan(sizeof(int)), in end);
        _offsets.Advance(sizeof(int));
    }

    public void Clear()
    {
        _offsets.ResetWrittenCount();
        Add(0);
    }
}
