using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Microsoft.Spark.Rows;

/// <summary>Values of equal width, side by side.</summary>
/// <param name="stored">What a value is in memory.</param>
internal sealed class FixedWidthBuilder<T, TStored>(Func<T, TStored> stored) : ColumnBuilder<T>
    where TStored : unmanaged
{
    private readonly ArrayBufferWriter<byte> _values = new();

    protected override void AppendValue(T value) => Store(stored(value));

    protected override void AppendNothing() => Store(default);

    protected override void AddValuesTo(ArrowBody body) => body.AddBuffer(_values.WrittenMemory);

    protected override void ClearValues() => _values.ResetWrittenCount();

    private void Store(TStored value)
    {
        int width = Unsafe.SizeOf<TStored>();
        MemoryMarshal.Write(_values.GetSpan(width), in value);
        _values.Advance(width);
    }
}
