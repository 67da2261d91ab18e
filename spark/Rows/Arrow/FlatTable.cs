using System.Buffers.Binary;

namespace Microsoft.Spark.Rows;

/// <summary>A table of a FlatBuffer, as far as Arrow's messages need it.</summary>
/// <remarks>Source: https://flatbuffers.dev/internals: a table starts with the distance back to its vtable, which lists where each field lies.</remarks>
internal readonly ref struct FlatTable
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _at;

    private FlatTable(ReadOnlySpan<byte> bytes, int at)
    {
        _bytes = bytes;
        _at = at;
    }

    public static FlatTable Root(ReadOnlySpan<byte> bytes) => new(bytes, BinaryPrimitives.ReadInt32LittleEndian(bytes));

    public byte Byte(int field) => Position(field) is var at and > 0 ? _bytes[at] : (byte)0;

    public long Int64(int field) => Position(field) is var at and > 0 ? BinaryPrimitives.ReadInt64LittleEndian(_bytes[at..]) : 0;

    public bool Has(int field) => Position(field) > 0;

    public FlatTable Table(int field) => new(_bytes, Target(field));

    /// <summary>A vector of structs, each two 64-bit numbers.</summary>
    public (long First, long Second)[] Pairs(int field)
    {
        if (!Has(field))
        {
            return [];
        }

        int at = Target(field);
        var pairs = new (long, long)[BinaryPrimitives.ReadInt32LittleEndian(_bytes[at..])];
        ReadOnlySpan<byte> items = _bytes[(at + sizeof(int))..];
        for (int i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (BinaryPrimitives.ReadInt64LittleEndian(items[(16 * i)..]), BinaryPrimitives.ReadInt64LittleEndian(items[(16 * i + 8)..]));
        }

        return pairs;
    }

    private int Position(int field)
    {
        ReadOnlySpan<byte> vtable = _bytes[(_at - BinaryPrimitives.ReadInt32LittleEndian(_bytes[_at..]))..];
        int slot = 4 + 2 * field;
        int distance = slot < BinaryPrimitives.ReadUInt16LittleEndian(vtable) ? BinaryPrimitives.ReadUInt16LittleEndian(vtable[slot..]) : 0;
        return distance == 0 ? 0 : _at + distance;
    }

    private int Target(int field)
    {
        int at = Position(field);
        return at == 0
            ? throw new InvalidDataException($"An Arrow message lacks its field {field}.")
            : at + BinaryPrimitives.ReadInt32LittleEndian(_bytes[at..]);
    }
}
