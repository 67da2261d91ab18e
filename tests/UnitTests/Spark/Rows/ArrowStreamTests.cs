using System.Collections;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace UnitTests.Spark.Rows;

public sealed class ArrowStreamTests
{
    private static readonly bool[] MiddleNull = [true, false, true];

    [Fact]
    public void Booleans_are_bits() => Check(
        new BooleanType(), new ArrowBytes(3).Node(MiddleNull).Buffer(ArrowBytes.Bits(true, true, false)), true, null, false);

    [Fact]
    public void Bytes() => Check(new ByteType(), Fixed<sbyte>(-128, 1, 127), -128, null, 127);

    [Fact]
    public void Shorts() => Check(new ShortType(), Fixed<short>(short.MinValue, 1, short.MaxValue), -32768, null, 32767);

    [Fact]
    public void Ints() => Check(new IntegerType(), Fixed(int.MinValue, 1, int.MaxValue), int.MinValue, null, int.MaxValue);

    [Fact]
    public void Longs() => Check(new LongType(), Fixed(long.MinValue, 1, long.MaxValue), long.MinValue, null, long.MaxValue);

    [Fact]
    public void Floats() => Check(new FloatType(), Fixed(0.5f, 1, float.NegativeInfinity), 0.5, null, double.NegativeInfinity);

    [Fact]
    public void Doubles() => Check(new DoubleType(), Fixed(double.Epsilon, 1, double.NaN), double.Epsilon, null, double.NaN);

    [Fact]
    public void Dates_are_days() => Check(new DateType(), Fixed(-1, 1, 20_000), new Date(1969, 12, 31), null, new Date(2024, 10, 4));

    [Fact]
    public void Timestamps_are_microseconds() => Check(
        new TimestampType(), Fixed(-1L, 1, 1_000_000L), new Timestamp(1969, 12, 31, 23, 59, 59, 999_999), null, new Timestamp(1970, 1, 1, 0, 0, 1, 0));

    [Fact]
    public void Decimals_are_unscaled_integers_of_128_bits() => Check(
        new DecimalType(38, 3), Fixed<Int128>(-12_340, 1, Int128.Parse("12345678901234567890123456000", null)), -12.340m, null, 12345678901234567890123456.000m);

    [Fact]
    public void A_decimal_of_more_than_28_places_is_read_when_they_are_zeros()
    {
        Int128 seven = 7 * Int128.Parse("1" + new string('0', 30), null);

        Check(new DecimalType(38, 30), Fixed(seven, 1, -seven), 7m, null, -7m);
    }

    [Fact]
    public void A_decimal_that_does_not_fit_is_an_error_that_shows_it()
    {
        Int128 large = Int128.Parse("12345678901234567890123456789012345678", null);
        ArrowColumn column = Read(new DecimalType(38, 0), Fixed(large, 1, 1)).Column(0);

        Assert.Contains("12345678901234567890123456789012345678", Assert.Throws<OverflowException>(() => column.Value(0)).Message);
    }

    [Fact]
    public void Texts_are_stretches_of_bytes() => Check(
        new StringType(),
        new ArrowBytes(3).Node(MiddleNull).Buffer(ArrowBytes.Offsets(0, 6, 6, 10)).Buffer(ArrowBytes.Texts("é世x", "🚀")), "é世x", null, "🚀");

    [Fact]
    public void Binaries() => Check(
        new BinaryType(),
        new ArrowBytes(3).Node(MiddleNull).Buffer(ArrowBytes.Offsets(0, 0, 0, 2)).Buffer([255, 0]), Array.Empty<byte>(), null, new byte[] { 255, 0 });

    [Fact]
    public void Nulls_have_no_buffers_at_all() => Check(new NullType(), new ArrowBytes(3).NullNode(), null, null, null);

    [Fact]
    public void Lists_are_stretches_of_their_elements() => Check(
        new ArrayType(new IntegerType()),
        new ArrowBytes(3).Node(MiddleNull).Buffer(ArrowBytes.Offsets(0, 2, 2, 3)).Node(true, false, true).Buffer(ArrowBytes.Raw(1, 0, 3)),
        new ArrayList { 1, null }, null, new ArrayList { 3 });

    [Fact]
    public void Maps_are_stretches_of_keys_and_values() => Check(
        new MapType(new StringType(), new LongType()),
        new ArrowBytes(3).Node(MiddleNull).Buffer(ArrowBytes.Offsets(0, 2, 2, 2)).Node(true, true)
            .Node(true, true).Buffer(ArrowBytes.Offsets(0, 1, 2)).Buffer(ArrowBytes.Texts("a", "b")).Node(true, false).Buffer(ArrowBytes.Raw(5L, 0L)),
        new Hashtable { ["a"] = 5L, ["b"] = null }, null, new Hashtable());

    [Fact]
    public void Structs_have_a_column_for_each_field()
    {
        StructType pair = new([new StructField("x", new IntegerType()), new StructField("y", new StringType())]);
        ArrowColumn column = Read(
            pair,
            new ArrowBytes(3).Node(MiddleNull).Node(true, true, true).Buffer(ArrowBytes.Raw(1, 2, 3))
                .Node(true, true, false).Buffer(ArrowBytes.Offsets(0, 1, 1, 1)).Buffer(ArrowBytes.Texts("a"))).Column(0);

        Assert.Equal(new object?[] { 1, "a" }, Assert.IsType<Row>(column.Value(0)).Values);
        Assert.Null(column.Value(1));
        Assert.Equal(new object?[] { 3, null }, Assert.IsType<Row>(column.Value(2)).Values);
    }

    [Fact]
    public void A_column_after_a_nested_one_still_finds_its_buffers()
    {
        StructType schema = Schema(new ArrayType(new StringType()), new LongType());
        ArrowBytes bytes = new ArrowBytes(1).Node(true).Buffer(ArrowBytes.Offsets(0, 1)).Node(true).Buffer(ArrowBytes.Offsets(0, 1)).Buffer(ArrowBytes.Texts("a"))
            .Node(true).Buffer(ArrowBytes.Raw(42L));

        Assert.Equal(42L, Read(schema, bytes.Message()).Single().Column(1).Value(0));
    }

    [Fact]
    public void Typed_columns_give_their_values_without_boxing()
    {
        FixedWidthColumn<long> column = Assert.IsType<FixedWidthColumn<long>>(Read(new LongType(), Fixed(1L, 2, 3)).Column(0));

        Assert.Equal([1L, 2L, 3L], column.Values.ToArray());
        Assert.True(column.HasNulls);
        Assert.False(column.IsNull(0));
        Assert.True(column.IsNull(1));
    }

    [Fact]
    public void The_ninth_value_is_in_the_second_byte_of_the_validity()
    {
        bool[] valid = [true, true, true, true, true, true, true, true, false, true];
        ArrowColumn column = Read(new IntegerType(), new ArrowBytes(10).Node(valid).Buffer(new byte[40])).Column(0);

        Assert.Equal(valid, Enumerable.Range(0, 10).Select(i => !column.IsNull(i)));
    }

    [Fact]
    public void An_empty_batch_may_lack_its_bytes()
    {
        ArrowBatch batch = Read(Schema(new StringType(), new ArrayType(new IntegerType())),
            new ArrowBytes(0).Node().Buffer([]).Buffer([]).Node().Buffer([]).Node().Buffer([]).Message()).Single();

        Assert.Equal(0, batch.RowCount);
        Assert.Empty(ArrowRows.Values([batch], Schema(new StringType(), new ArrayType(new IntegerType()))));
    }

    [Fact]
    public void Several_batches_come_as_sent_and_other_messages_are_passed_over()
    {
        byte[] one = Fixed(1, 2, 3).Message(), two = new ArrowBytes(1).Node(true).Buffer(ArrowBytes.Raw(9)).Message(continuation: false);

        List<ArrowBatch> batches = Read(Schema(new IntegerType()), [.. ArrowBytes.OtherMessage(), .. one, .. two]);

        Assert.Equal([3, 1], batches.Select(batch => batch.RowCount));
        Assert.Equal([[1], [null], [3], [9]], ArrowRows.Values(batches, Schema(new IntegerType())));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(50)]
    [InlineData(150)]
    public void A_stream_that_ends_early_is_an_error_and_not_fewer_rows(int length) => Assert.Throws<EndOfStreamException>(
        () => ArrowStream.Read(new MemoryStream(Fixed(1, 2, 3).Message()[..length]), Schema(new IntegerType())).ToList());

    [Fact]
    public void A_stream_without_its_end_mark_is_an_error() => Assert.Throws<EndOfStreamException>(
        () => ArrowStream.Read(new MemoryStream(Fixed(1, 2, 3).Message()), Schema(new IntegerType())).ToList());

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(-8, 8)]
    [InlineData(1L << 40, 8)]
    public void A_buffer_outside_the_body_is_an_error(long offset, long length) => Assert.Throws<InvalidDataException>(
        () => Read(new IntegerType(), new ArrowBytes(3).Node(true, true, true).Astray(offset, length)));

    [Fact]
    public void A_compressed_body_is_refused_with_the_setting_to_change()
    {
        NotSupportedException e = Assert.Throws<NotSupportedException>(
            () => Read(new IntegerType(), new ArrowBytes(1) { Compressed = true }.Node(true).Buffer(ArrowBytes.Raw(1))));

        Assert.Contains("arrow.compression", e.Message);
    }

    [Fact]
    public void A_type_without_a_reader_is_refused_with_its_path()
    {
        StructType schema = Schema(new MapType(new StringType(), new ArrayType(DataType.ParseDataType("\"interval\""))));

        NotSupportedException e = Assert.Throws<NotSupportedException>(() => ArrowColumnReader.RequireReadable(schema));

        Assert.Contains("c0.value.element", e.Message);
    }

    private static ArrowBytes Fixed<T>(params T[] values)
        where T : unmanaged => new ArrowBytes(values.Length).Node(MiddleNull).Buffer(ArrowBytes.Raw(values));

    private static StructType Schema(params DataType[] types) => new(types.Select((type, i) => new StructField($"c{i}", type)));

    private static List<ArrowBatch> Read(StructType schema, byte[] messages) => [.. ArrowStream.Read(new MemoryStream([.. messages, .. ArrowBytes.End]), schema)];

    private static ArrowBatch Read(DataType type, ArrowBytes bytes) => Read(Schema(type), bytes.Message()).Single();

    private static void Check(DataType type, ArrowBytes bytes, params object?[] expected)
    {
        ArrowBatch batch = Read(type, bytes);

        Assert.Equal(expected, Enumerable.Range(0, batch.RowCount).Select(batch.Column(0).Value));
    }
}
