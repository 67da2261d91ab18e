using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Microsoft.Spark.Rows;

/// <summary>Writes frames of rows in Python's pickle format (protocol 2, and bytes from 3), as Spark's Unpickler reads them.</summary>
/// <remarks>
/// Spark takes a value of another type than the schema says as null, without a word: write longs with <see cref="Int64"/>, doubles
/// with <see cref="Double"/>, and so on. Dates are written as <see cref="Int32"/> days, timestamps as <see cref="Int64"/>
/// microseconds. Source of the opcodes: CPython's Lib/pickletools.py.
/// </remarks>
internal sealed class PickleWriter : IDisposable
{
    private const int InitialSize = 1 << 17;
    private const byte DecimalMemo = 0;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;
    private bool _decimalKnown;

    /// <summary>What was written since <see cref="BeginFrame"/>.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>Empties the writer and opens a list of rows, behind some bytes left free for the caller.</summary>
    public void BeginFrame(int reserved)
    {
        _length = 0;
        _decimalKnown = false;
        Reserve(reserved);
        _length = reserved;
        Bytes([0x80, 2, (byte)']', (byte)'(']);
    }

    /// <summary>Closes the frame. The bytes left free are the caller's to fill.</summary>
    public Span<byte> EndFrame()
    {
        Bytes("e."u8);
        return _buffer.AsSpan(0, _length);
    }

    /// <summary>Opens a row, or a row within a row.</summary>
    public void BeginTuple() => Byte((byte)'(');

    public void EndTuple() => Byte((byte)'t');

    public void BeginList() => Bytes("]("u8);

    public void EndList() => Byte((byte)'e');

    /// <summary>Opens a map; keys and values follow by turns.</summary>
    public void BeginMap() => Bytes("}("u8);

    public void EndMap() => Byte((byte)'u');

    public void Null() => Byte((byte)'N');

    public void Boolean(bool value) => Byte(value ? (byte)0x88 : (byte)0x89);

    public void Int32(int value)
    {
        Span<byte> bytes = Reserve(5);
        bytes[0] = (byte)'J';
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], value);
        _length += 5;
    }

    public void Int64(long value)
    {
        if (value == (int)value)
        {
            Int32((int)value); // Spark widens it again; its Unpickler makes a BigInteger of every long
            return;
        }

        Span<byte> bytes = Reserve(10);
        bytes[0] = 0x8a;
        bytes[1] = sizeof(long);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[2..], value);
        _length += 10;
    }

    public void Double(double value)
    {
        Span<byte> bytes = Reserve(9);
        bytes[0] = (byte)'G';
        BinaryPrimitives.WriteDoubleBigEndian(bytes[1..], value);
        _length += 9;
    }

    /// <summary>A text, or null. Unpaired surrogates become U+FFFD, as in every UTF-8 stream.</summary>
    public void String(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        Span<byte> bytes = Reserve(5 + Encoding.UTF8.GetMaxByteCount(value.Length));
        int written = Encoding.UTF8.GetBytes(value, bytes[5..]);
        bytes[0] = (byte)'X';
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], written);
        _length += 5 + written;
    }

    public void Binary(ReadOnlySpan<byte> value)
    {
        Span<byte> bytes = Reserve(5);
        bytes[0] = (byte)'B';
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], value.Length);
        _length += 5;
        Bytes(value);
    }

    public void Decimal(decimal value)
    {
        if (_decimalKnown)
        {
            Bytes([(byte)'h', DecimalMemo]);
        }
        else
        {
            Bytes("cdecimal\nDecimal\n"u8);
            Bytes([(byte)'q', DecimalMemo]);
            _decimalKnown = true;
        }

        Byte((byte)'(');
        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out int length, provider: CultureInfo.InvariantCulture);
        Span<byte> bytes = Reserve(5 + length);
        bytes[0] = (byte)'X';
        BinaryPrimitives.WriteInt32LittleEndian(bytes[1..], length);
        _length += 5 + Encoding.ASCII.GetBytes(text[..length], bytes[5..]);
        Bytes("tR"u8);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Byte(byte value)
    {
        Reserve(1)[0] = value;
        _length++;
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        _length += bytes.Length;
    }

    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, checked(_length + count)));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
