using System.Runtime.InteropServices;

namespace Microsoft.Spark.Rows;

/// <summary>A slice of a batch's body.</summary>
internal readonly struct ArrowBuffer
{
    private readonly byte[] _body;
    private readonly int _offset;
    private readonly int _length;

    /// <exception cref="InvalidDataException">The slice does not lie in the body.</exception>
    public ArrowBuffer(byte[] body, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset + length > body.Length)
        {
            throw new InvalidDataException($"An Arrow buffer of {length} bytes at {offset} does not lie in its body of {body.Length} bytes.");
        }

        _body = body;
        _offset = (int)offset;
        _length = (int)length;
    }

    public ReadOnlyMemory<byte> Memory => _body.AsMemory(_offset, _length);

    public ReadOnlySpan<byte> Bytes => _body.AsSpan(_offset, _length);

    public ReadOnlySpan<T> As<T>(int count)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes)[..count];

    public bool Bit(int i) => (_body[_offset + (i >> 3)] >> (i & 7) & 1) != 0;
}
