using System.Buffers.Binary;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Writes Arrow's streaming format: a schema, record batches, and the end mark. <see cref="ArrowStream"/> reads it.</summary>
/// <param name="stream">Where to; flushed by whoever owns it.</param>
internal sealed class ArrowStreamWriter(Stream stream)
{
    private const short Version5 = 4;
    private const byte SchemaHeader = 1;
    private const byte RecordBatchHeader = 3;

    /// <summary>Says what the batches hold.</summary>
    /// <exception cref="NotSupportedException">A type cannot be written.</exception>
    public void WriteSchema(StructType schema) =>
        WriteMessage(SchemaHeader, [(short)0, schema.Fields.ConvertAll(field => ArrowField(field.Name, field.DataType, field.IsNullable)).ToArray()], bodyLength: 0);

    /// <summary>Writes a batch.</summary>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="body">Its columns.</param>
    public void WriteBatch(int rows, ArrowBody body)
    {
        WriteMessage(RecordBatchHeader, [(long)rows, body.Nodes, body.Buffers], body.Length);
        body.CopyTo(stream);
    }

    /// <summary>Says that no more batches come.</summary>
    public void WriteEnd() => WriteLength(0);

    private void WriteMessage(byte type, object?[] header, long bodyLength)
    {
        byte[] message = FlatWriter.Write([Version5, type, header, bodyLength]);
        WriteLength(message.Length);
        stream.Write(message);
    }

    private void WriteLength(int length)
    {
        Span<byte> prefix = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, ArrowStream.Continuation);
        BinaryPrimitives.WriteInt32LittleEndian(prefix[sizeof(int)..], length);
        stream.Write(prefix);
    }

    // 0 name, 1 nullable, 2 kind of type, 3 type, 4 dictionary, 5 children
    private static object?[] ArrowField(string name, DataType type, bool nullable)
    {
        (byte kind, object?[] parts, object?[][] children) = Describe(type);
        return [name, nullable, kind, parts, null, children];
    }

    /// <remarks>Kinds and their parts as https://github.com/apache/arrow/blob/main/format/Schema.fbs numbers them; names of children as Spark gives them.</remarks>
    private static (byte Kind, object?[] Parts, object?[][] Children) Describe(DataType type) => type switch
    {
        BooleanType => (6, [], []),
        ByteType => Int(8),
        ShortType => Int(16),
        IntegerType => Int(32),
        LongType => Int(64),
        FloatType => (3, [(short)1], []),
        DoubleType => (3, [(short)2], []),
        BinaryType => (4, [], []),
        StringType => (5, [], []),
        DecimalType number => (7, [number.Precision, number.Scale, 128], []),
        DateType => (8, [(short)0], []),
        TimestampType => (10, [(short)2, "UTC"], []),
        ArrayType array => (12, [], [ArrowField("element", array.ElementType, array.ContainsNull)]),
        StructType row => (13, [], [.. row.Fields.Select(field => ArrowField(field.Name, field.DataType, field.IsNullable))]),
        MapType map => (17, [false], [Entries(map)]),
        _ => throw new NotSupportedException($"Values of type {type.SimpleString} cannot be written as Arrow."),
    };

    private static (byte Kind, object?[] Parts, object?[][] Children) Int(int bits) => (2, [bits, true], []);

    private static object?[] Entries(MapType map) => ArrowField(
        "entries", new StructType([new StructField("key", map.KeyType, false), new StructField("value", map.ValueType, map.ValueContainsNull)]), nullable: false);
}
