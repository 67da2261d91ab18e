using System.Collections;
using Microsoft.Spark;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace IntegrationTests.Spark.Rows;

[Collection(SparkTests.Name)]
public sealed class ArrowCollectorTests(SparkFixture spark)
{
    public static TheoryData<string, object?> Atoms => new()
    {
        { "true", true },
        { "CAST(-128 AS TINYINT)", -128 },
        { "CAST(32767 AS SMALLINT)", 32767 },
        { "-2147483648", int.MinValue },
        { "9223372036854775807L", long.MaxValue },
        { "CAST(1.5 AS FLOAT)", 1.5 },
        { "CAST('NaN' AS DOUBLE)", double.NaN },
        { "CAST('-Infinity' AS DOUBLE)", double.NegativeInfinity },
        { "'é 世界 🚀'", "é 世界 🚀" },
        { "''", "" },
        { "X'00FF0A'", new byte[] { 0, 255, 10 } },
        { "DATE'1969-12-31'", new Date(1969, 12, 31) },
        { "TIMESTAMP'1969-12-31 23:59:59.999999'", new Timestamp(1969, 12, 31, 23, 59, 59, 999999) },
        { "TIMESTAMP_NTZ'2026-11-21 01:02:03'", new Timestamp(2026, 11, 21, 1, 2, 3, 0) },
        { "CAST(-12.340 AS DECIMAL(10,3))", -12.340m },
        { "CAST('1234567890123456789012345.678' AS DECIMAL(28,3))", 1234567890123456789012345.678m },
        { "CAST(7 AS DECIMAL(38,30))", 7m },
        { "NULL", null },
    };

    [Theory]
    [MemberData(nameof(Atoms))]
    public void Each_type_is_read_as_Spark_has_it_beside_a_null_of_its_own(string expression, object? expected)
    {
        object?[] values = [.. Collect($"SELECT {expression} AS v UNION ALL SELECT IF(1 = 0, {expression}, NULL)").Select(row => row[0])];

        Assert.Equal([expected, null], values);
    }

    [Fact]
    public void A_decimal_too_large_for_CSharp_is_an_error_that_names_it()
    {
        OverflowException e = Assert.Throws<OverflowException>(
            () => Collect("SELECT CAST('12345678901234567890123456789012345678' AS DECIMAL(38,0))"));

        Assert.Contains("12345678901234567890123456789012345678", e.Message);
    }

    [Fact]
    public void Nested_values_are_read_at_every_depth()
    {
        object?[] row = Assert.Single(Collect("""
            SELECT ARRAY(1, NULL, 3), ARRAY(ARRAY('a'), NULL, ARRAY()), MAP('k', 1L, 'n', NULL),
                   NAMED_STRUCT('x', 1.5D, 'inner', NAMED_STRUCT('y', 'z')), ARRAY(NAMED_STRUCT('p', 1), NAMED_STRUCT('p', 2))
            """));

        Assert.Equal(new object?[] { 1, null, 3 }, Assert.IsType<ArrayList>(row[0]).ToArray());
        ArrayList outer = Assert.IsType<ArrayList>(row[1]);
        Assert.Equal(["a"], Assert.IsType<ArrayList>(outer[0]).ToArray());
        Assert.Null(outer[1]);
        Assert.Empty(Assert.IsType<ArrayList>(outer[2]));
        Hashtable map = Assert.IsType<Hashtable>(row[2]);
        Assert.Equal(1L, map["k"]);
        Assert.True(map.ContainsKey("n"));
        Assert.Null(map["n"]);
        Row pair = Assert.IsType<Row>(row[3]);
        Assert.Equal(1.5, pair.Get("x"));
        Assert.Equal("z", Assert.IsType<Row>(pair.Get("inner")).Get("y"));
        Assert.Equal([1, 2], Assert.IsType<ArrayList>(row[4]).Cast<Row>().Select(item => item.Get("p")));
    }

    [Fact]
    public void Rows_come_in_their_order_whatever_partition_finishes_first()
    {
        // The first partition is the slowest to produce.
        using JvmObjectReference frame = Sql("SELECT /*+ REPARTITION_BY_RANGE(8, id) */ id FROM RANGE(0, 200000, 1, 8) ORDER BY id");

        IReadOnlyList<ArrowBatch> batches = ArrowCollector.Collect(frame);

        Assert.True(batches.Count > 1);
        long next = 0;
        foreach (ArrowBatch batch in batches)
        {
            foreach (long id in ((FixedWidthColumn<long>)batch.Column(0)).Values)
            {
                Assert.Equal(next++, id);
            }
        }

        Assert.Equal(200_000, next);
    }

    [Fact]
    public void No_rows_are_no_rows() => Assert.Empty(Collect("SELECT 'a' AS s, ARRAY(1) AS l WHERE 1 = 0"));

    [Fact]
    public void Large_texts_survive()
    {
        object?[] row = Assert.Single(Collect("SELECT REPEAT('äöü\\n', 1000000)"));

        Assert.Equal(string.Concat(Enumerable.Repeat("äöü\n", 1_000_000)), row[0]);
    }

    [Fact]
    public void A_job_that_fails_half_way_throws_and_never_looks_like_few_rows()
    {
        JvmCallException e = Assert.Throws<JvmCallException>(
            () => Collect("SELECT IF(id = 150000, RAISE_ERROR('bad row 150000'), id) FROM RANGE(0, 200000, 1, 4)"));

        JvmException thrown = Assert.IsType<JvmException>(e.InnerException);
        Assert.Contains("bad row 150000", thrown.JavaMessage);
        Assert.DoesNotContain("awaitResult", thrown.JavaMessage);
    }

    [Fact]
    public void A_type_without_a_reader_is_refused_by_name_before_the_job_runs()
    {
        NotSupportedException e = Assert.Throws<NotSupportedException>(() => Collect("SELECT INTERVAL '1' DAY AS gap"));

        Assert.Contains("gap", e.Message);
    }

    private List<object?[]> Collect(string sql)
    {
        using JvmObjectReference frame = Sql(sql);
        using JvmObjectReference schema = (JvmObjectReference)frame.Invoke("schema")!;
        StructType type = (StructType)DataType.ParseDataType((string)schema.Invoke("json")!);
        return [.. ArrowRows.Values(ArrowCollector.Collect(frame), type)];
    }

    private JvmObjectReference Sql(string sql)
    {
        using JvmObjectReference session = spark.Session();
        return (JvmObjectReference)session.Invoke("sql", sql)!;
    }
}
