using System.Buffers.Binary;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Reads Arrow's streaming format: a schema, which the caller knows already from Spark, and record batches.</summary>
/// <remarks>Source: https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format. Spark sends neither dictionaries nor, before 4.1, compressed bodies.</remarks>
internal static class ArrowStream
{
    public const int Continuation = -1;
    private const int RecordBatch = 3;

    /// <summary>The batches up to the end mark, in the order sent, each read when it is asked for.</summary>
    /// <exception cref="EndOfStreamException">The stream ends before its mark.</exception>
    public static IEnumerable<ArrowBatch> Read(Stream stream, StructType schema)
    {
        while (ReadLength(stream) is var length and > 0)
        {
            byte[] metadata = ReadBytes(stream, length);
            if (ReadMessage(stream, metadata, schema) is { } batch)
            {
                yield return batch;
            }
        }
    }

    // 0 version, 1 type of header, 2 header, 3 length of body
    private static ArrowBatch? ReadMessage(Stream stream, byte[] metadata, StructType schema)
    {
        FlatTable message = FlatTable.Root(metadata);
        byte[] body = ReadBytes(stream, message.Int64(3));
        return message.Byte(1) == RecordBatch ? ReadBatch(message.Table(2), body, schema) : null;
    }

    // 0 rows, 1 nodes (length, null count), 2 buffers (offset, length), 3 compression
    private static ArrowBatch ReadBatch(FlatTable header, byte[] body, StructType schema) => header.Has(3)
        ? throw new NotSupportedException("Spark sent a compressed Arrow batch. Set spark.sql.execution.arrow.compression.codec to none.")
        : new ArrowBatch((int)header.Int64(0), new ArrowColumnReader(header.Pairs(1), header.Pairs(2), body).ReadAll(schema));

    private static int ReadLength(Stream stream) => ReadInt32(stream) is var word && word == Continuation ? ReadInt32(stream) : word;

    private static int ReadInt32(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        stream.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    private static byte[] ReadBytes(Stream stream, long length)
    {
        if (length < 0 || length > Array.MaxLength)
        {
            throw new InvalidDataException(
                $"An Arrow batch of {length} bytes exceeds {Array.MaxLength}. Lower spark.sql.execution.arrow.maxRecordsPerBatch.");
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)length);
        stream.ReadExactly(bytes);
        return bytes;
    }
}
