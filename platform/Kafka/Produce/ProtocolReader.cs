using System.Buffers.Binary;
using System.Text;

namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>Reads an answer field by field.</summary>
/// <param name="bytes">The answer without its size.</param>
internal ref struct ProtocolReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public short Int16() => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));

    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    public long Int64() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    public bool Bool() => Take(1)[0] != 0;

    public string? Text() => Int16() is >= 0 and short length ? Encoding.UTF8.GetString(Take(length)) : null;

    public void SkipInt32s() => Take(Int32() * sizeof(int));

    private ReadOnlySpan<byte> Take(int length)
    {
        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
