using System.Collections;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace IntegrationTests.Spark.Rows;

[Collection(SparkTests.Name)]
public sealed class RowPicklerTests(SparkFixture spark)
{
    private static readonly StructType EveryType = new(
    [
        new StructField("flag", new BooleanType()), new StructField("tiny", new ByteType()), new StructField("small", new ShortType()),
        new StructField("number", new IntegerType()), new StructField("big", new LongType()), new StructField("single", new FloatType()),
        new StructField("real", new DoubleType()), new StructField("text", new StringType()), new StructField("bytes", new BinaryType()),
        new StructField("day", new DateType()), new StructField("time", new TimestampType()), new StructField("money", new DecimalType(20, 4)),
        new StructField("list", new ArrayType(new StringType())), new StructField("map", new MapType(new StringType(), new LongType())),
        new StructField("pair", new StructType([new StructField("x", new IntegerType()), new StructField("y", new StringType())])),
    ]);

    public static TheoryData<int> Slices => [1, 2, 5];

    [Fact]
    public void Every_type_goes_into_Spark_and_comes_back_the_same()
    {
        object?[] row =
        [
            true, -128, 32767, int.MinValue, long.MinValue, 1.5, double.Epsilon, "é\n\\🚀", new byte[] { 0, 255, 128 },
            new Date(1, 1, 1), new Timestamp(2026, 11, 21, 1, 2, 3, 456789), 1234567890123456.7800m,
            new[] { "a", null, "" }, new Dictionary<string, long> { ["k"] = 1L << 40 }, new object?[] { 7, null },
        ];

        object?[] back = Assert.Single(RoundTrip(EveryType, [row], 1));

        Assert.Equal(row[..12], back[..12]);
        Assert.Equal(new object?[] { "a", null, "" }, Assert.IsType<ArrayList>(back[12]).ToArray());
        Assert.Equal(1L << 40, Assert.IsType<Hashtable>(back[13])["k"]);
        Assert.Equal(new object?[] { 7, null }, Assert.IsType<Row>(back[14]).Values);
    }

    [Fact]
    public void A_row_of_nulls_stays_one()
    {
        object?[] back = Assert.Single(RoundTrip(EveryType, [new object?[EveryType.Fields.Count]], 1));

        Assert.All(back, Assert.Null);
    }

    [Theory]
    [MemberData(nameof(Slices))]
    public void All_rows_arrive_once_and_in_order_over_several_frames(int slices)
    {
        StructType schema = new([new StructField("id", new LongType()), new StructField("text", new StringType())]);
        object?[][] rows = [.. Enumerable.Range(0, 2501).Select(i => new object?[] { (long)i << 20, $"row {i}" })];

        Assert.Equal(rows, RoundTrip(schema, rows, slices));
    }

    [Fact]
    public void No_rows_make_an_empty_frame_with_its_schema() => Assert.Empty(RoundTrip(EveryType, [], 2));

    [Fact]
    public void A_value_of_another_type_is_refused_and_not_taken_as_null()
    {
        StructType schema = new([new StructField("real", new DoubleType())]);

        ArgumentException e = Assert.Throws<ArgumentException>(() => RoundTrip(schema, [["1.5"]], 1));

        Assert.Contains("real", e.Message);
        Assert.Equal([[2.5]], RoundTrip(schema, [[2.5]], 1)); // and Spark is as well as before
    }

    private List<object?[]> RoundTrip(StructType schema, IReadOnlyList<object?[]> rows, int slices)
    {
        using JvmObjectReference session = spark.Session();
        using JvmObjectReference frame = RowPickler.ToDataFrame(session, schema, rows, slices);
        using JvmObjectReference type = (JvmObjectReference)frame.Invoke("schema")!;
        Assert.Equal(schema, DataType.ParseDataType((string)type.Invoke("json")!));
        return [.. ArrowRows.Values(ArrowCollector.Collect(frame), schema)];
    }
}
