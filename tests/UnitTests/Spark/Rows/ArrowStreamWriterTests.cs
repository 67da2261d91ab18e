using Microsoft.Spark.Extensions.Records;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace UnitTests.Spark.Rows;

/// <summary>What is written as Arrow reads the same; the reader is tested against bytes made by hand, and both against Spark.</summary>
public sealed class ArrowStreamWriterTests
{
    private static readonly Sample Full = new(
        true, -5, int.MaxValue, long.MinValue, -0.5, -1.000000000000000001m, "é 🚀", new byte[] { 0, 255 }, [1, null, 3], new Dictionary<string, long> { ["a"] = 1, ["b"] = 2 }, new(new DateOnly(1969, 12, 31), null));

    private static readonly Sample Empty = new(null, null, null, null, null, null, null, null, null, null, null);

    [Fact]
    public void Values_of_every_kind_come_back_batch_after_batch()
    {
        Sample[] rows = [Full, Empty, Full with { Text = "", Items = [], Map = new Dictionary<string, long>() }, Empty, Full, Full, Empty, Empty, Empty, Full];

        foreach (int perBatch in (int[])[1, 3, 10])
        {
            Sample[] back = [.. Read<Sample>(Write(rows, perBatch))];

            Assert.Equal(rows.Length, back.Length);
            for (int i = 0; i < rows.Length; i++)
            {
                Assert.Equivalent(rows[i] with { Bytes = null }, back[i] with { Bytes = null }, strict: true);
                Assert.Equal(rows[i].Bytes?.ToArray(), back[i].Bytes?.ToArray());
            }
        }
    }

    [Fact]
    public void Bits_do_not_leak_from_one_batch_into_the_next()
    {
        Flag[] flags = [.. Enumerable.Range(0, 40).Select(i => new Flag(i < 20 || i % 3 == 0, i < 20 ? i : null))];

        Assert.Equal(flags, Read<Flag>(Write(flags, perBatch: 20)));
    }

    [Fact]
    public void A_null_where_none_may_be_is_refused_by_name()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Write([new Strict(null!)], perBatch: 1));

        Assert.Contains("Strict.Text is null", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_names_columns_types_and_nullability()
    {
        MemoryStream stream = new();
        new ArrowStreamWriter(stream).WriteSchema(new StructType([new("n", new LongType(), false), new("t", new TimestampType()), new("l", new ArrayType(new StringType()))]));
        byte[] bytes = stream.ToArray();

        Assert.Equal(0, bytes.Length % 8);
        FlatTable message = FlatTable.Root(bytes.AsSpan(8));
        Assert.Equal((1, 0L), (message.Byte(1), message.Int64(3))); // a schema without a body
        string text = System.Text.Encoding.Latin1.GetString(bytes);
        Assert.Contains("UTC", text, StringComparison.Ordinal);
        Assert.Contains("element", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_Arrow_does_not_have_is_refused() => Assert.Contains(
        "void",
        Assert.Throws<NotSupportedException>(() => new ArrowStreamWriter(new MemoryStream()).WriteSchema(new StructType([new("x", new NullType())]))).Message,
        StringComparison.Ordinal);

    private static byte[] Write<T>(IReadOnlyList<T> rows, int perBatch)
    {
        MemoryStream stream = new();
        ArrowStreamWriter writer = new(stream);
        ColumnWriter<T> column = Shapes.Record<T>().Writer();
        writer.WriteSchema(Wrapped<T>());
        foreach (T[] batch in rows.Chunk(perBatch))
        {
            Array.ForEach(batch, column.Append);
            ArrowBody body = new();
            column.Column.AddTo(body);
            writer.WriteBatch(batch.Length, body);
            column.Column.Clear();
        }

        writer.WriteEnd();
        return stream.ToArray();
    }

    private static IEnumerable<T> Read<T>(byte[] stream)
    {
        foreach (ArrowBatch batch in ArrowStream.Read(new MemoryStream(stream), Wrapped<T>()))
        {
            StructColumn columns = (StructColumn)batch.Column(0);
            Func<int, T> read = Shapes.Record<T>().Reader(columns.Field, Shapes.Record<T>().Type);
            for (int row = 0; row < batch.RowCount; row++)
            {
                yield return read(row);
            }
        }
    }

    private static StructType Wrapped<T>() => new([new("struct", Shapes.Record<T>().Type)]);

    private sealed record Sample(
        bool? Bool, sbyte? Byte, int? Int, long? Long, double? Double, decimal? Decimal, string? Text, ReadOnlyMemory<byte>? Bytes, int?[]? Items, IReadOnlyDictionary<string, long>? Map, Inner? Part);

    private sealed record Inner(DateOnly Day, string? Note);

    private sealed record Flag(bool Is, int? Number);

    private sealed record Strict(string Text);
}
