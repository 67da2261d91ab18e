using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace UnitTests.Spark.Rows;

/// <summary>Arrow record batches made by hand, as Arrow's format specification lays them out.</summary>
internal sealed class ArrowBytes(int rows)
{
    private readonly List<(long Length, long Nulls)> _nodes = [];
    private readonly List<(long Offset, long Length)> _buffers = [];
    private readonly List<byte> _body = [];

    /// <summary>Set to write a compression field into the header.</summary>
    public bool Compressed { get; init; }

    public static byte[] Offsets(params int[] ends) => MemoryMarshal.AsBytes<int>(ends).ToArray();

    public static byte[] Raw<T>(params T[] values)
        where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();

    /// <summary>A column's node, with its validity if any value is null.</summary>
    public ArrowBytes Node(params bool[] valid)
    {
        int nulls = valid.Count(bit => !bit);
        _nodes.Add((valid.Length, nulls));
        return Buffer(nulls == 0 ? [] : Bits(valid));
    }

    /// <summary>The node of a column of the type null, which has no validity either.</summary>
    public ArrowBytes NullNode()
    {
        _nodes.Add((rows, rows));
        return this;
    }

    public ArrowBytes Buffer(byte[] bytes)
    {
        _buffers.Add((_body.Count, bytes.Length));
        _body.AddRange(bytes);
        _body.AddRange(new byte[(8 - (bytes.Length & 7)) & 7]);
        return this;
    }

    /// <summary>A buffer that lies where there are no bytes.</summary>
    public ArrowBytes Astray(long offset, long length)
    {
        _buffers.Add((offset, length));
        return this;
    }

    public static byte[] Bits(params bool[] bits)
    {
        byte[] bytes = new byte[(bits.Length + 7) / 8];
        for (int i = 0; i < bits.Length; i++)
        {
            bytes[i >> 3] |= (byte)(bits[i] ? 1 << (i & 7) : 0);
        }

        return bytes;
    }

    public static byte[] Texts(params string[] texts) => Encoding.UTF8.GetBytes(string.Concat(texts));

    /// <summary>The batch as a message, without the stream's end.</summary>
    public byte[] Message(bool continuation = true)
    {
        byte[] metadata = Metadata();
        using MemoryStream stream = new();
        Write(stream, continuation ? [-1, metadata.Length] : [metadata.Length]);
        stream.Write(metadata);
        stream.Write([.. _body]);
        return stream.ToArray();
    }

    public static byte[] End => [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];

    /// <summary>A message that is no record batch: a schema, say. The reader must pass over it.</summary>
    public static byte[] OtherMessage()
    {
        byte[] message = new ArrowBytes(0).Message();
        message[8 + 34] = 1; // the type of the header: Schema
        return message;
    }

    private static void Write(Stream stream, ReadOnlySpan<int> words) => stream.Write(MemoryMarshal.AsBytes(words));

    // Root offset, Message vtable and table, RecordBatch vtable and table, two vectors of structs; every 8-byte field at a multiple of 8.
    private byte[] Metadata()
    {
        int nodesAt = 76, buffersAt = 84 + (16 * _nodes.Count);
        byte[] bytes = new byte[88 + (16 * _nodes.Count) + (16 * _buffers.Count)];
        Int32(0, 16);
        UInt16(4, 12, 24, 16, 18, 4, 8); // Message: version, header type, header, body length
        Int32(16, 12);
        Int32(20, 52 - 20);
        Int64(24, _body.Count);
        UInt16(32, 4);
        bytes[34] = 3;
        UInt16(40, 12, 24, 4, 12, 16, Compressed ? 20 : 0); // RecordBatch: length, nodes, buffers, compression
        Int32(52, 12);
        Int64(56, rows);
        Int32(64, nodesAt - 64);
        Int32(68, buffersAt - 68);
        Int32(nodesAt, _nodes.Count);
        Pairs(nodesAt + 4, _nodes);
        Int32(buffersAt, _buffers.Count);
        Pairs(buffersAt + 4, _buffers);
        return bytes;

        void UInt16(int at, params ReadOnlySpan<int> values)
        {
            foreach (int value in values)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)value);
                at += 2;
            }
        }

        void Int32(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);

        void Int64(int at, long value) => BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), value);

        void Pairs(int at, List<(long First, long Second)> pairs)
        {
            foreach ((long first, long second) in pairs)
            {
                Int64(at, first);
                Int64(at + 8, second);
                at += 16;
            }
        }
    }
}
