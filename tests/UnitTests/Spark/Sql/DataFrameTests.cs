using Microsoft.Spark;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using Microsoft.Spark.Sql.Types;

namespace UnitTests.Spark.Sql;

[Collection(FakeJvmTests.Name)]
public sealed class DataFrameTests
{
    private readonly FakeJvmBridge _jvm = FakeJvmBridge.Install();
    private readonly DataFrame _frame;
    private readonly DataFrame _right;
    private readonly Column _column;

    public DataFrameTests()
    {
        _frame = new DataFrame(_jvm.NewObject("df"));
        _right = new DataFrame(_jvm.NewObject("right"));
        _column = new Column(_jvm.NewObject("c"));
    }

    [Fact]
    public void Parameters_that_repeat_go_over_as_arrays()
    {
        _frame.Select(_column, _column);
        _frame.Select("x", "y");
        _frame.SelectExpr("x + 1");
        _frame.GroupBy("x").Agg(_column).Drop("x", "y").Hint("broadcast");

        Assert.Equal(
            [
                "df.select(Column[c, c])", "df.select(\"x\", String[\"y\"])", "df.selectExpr(String[\"x + 1\"])",
                "df.groupBy(\"x\", String[])", "o4.agg(c, Column[])", "o5.drop(String[\"x\", \"y\"])", "o6.hint(\"broadcast\", Object[])",
            ],
            _jvm.Calls);
    }

    [Fact]
    public void Each_form_of_join_says_its_kind()
    {
        _frame.Join(_right, _column);
        _frame.Join(_right, _column, "left_anti");
        _frame.Join(_right, ["x", "y"], "left");
        _frame.Join(_right, "x");

        Assert.Equal(
            [
                "df.join(right, c, \"inner\")", "df.join(right, c, \"left_anti\")",
                "df.join(right, String[\"x\", \"y\"], \"left\")", "df.join(right, \"x\")",
            ],
            _jvm.Calls);
    }

    [Fact]
    public void Calls_that_change_the_frame_itself_return_it()
    {
        Assert.Same(_frame, _frame.Persist());
        Assert.Same(_frame, _frame.Unpersist());
        Assert.Equal(["df.persist()", "df.unpersist(false)"], _jvm.Calls);
    }

    [Fact]
    public void Readers_and_writers_return_themselves()
    {
        DataFrameReader reader = new(_jvm.NewObject("r"));
        DataFrameWriter writer = new(_jvm.NewObject("w"));
        DataStreamWriter streamWriter = new(_jvm.NewObject("s"));

        Assert.Same(reader, reader.Format("csv").Option("header", true).Option("limit", 5L).Schema("x int"));
        Assert.Same(writer, writer.Mode(SaveMode.ErrorIfExists).PartitionBy("year", "month").Options(new() { ["a"] = "b" }));
        Assert.Same(streamWriter, streamWriter.OutputMode(OutputMode.Update).QueryName("q"));
        Assert.Equal(
            [
                "r.format(\"csv\")", "r.option(\"header\", true)", "r.option(\"limit\", 5L)", "r.schema(\"x int\")",
                "w.mode(\"ErrorIfExists\")", "w.partitionBy(String[\"year\", \"month\"])", "w.options({a: b})",
                "s.outputMode(\"Update\")", "s.queryName(\"q\")",
            ],
            _jvm.Calls);
    }

    [Fact]
    public void Reading_files_needs_a_path()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new DataFrameReader(_jvm.NewObject("r")).Parquet());

        Assert.Contains("parquet", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_jvm.Calls);
    }

    [Fact]
    public void A_read_schema_is_given_as_Spark_json()
    {
        new DataFrameReader(_jvm.NewObject("r")).Schema(new StructType([new StructField("x", new LongType())]));

        Assert.StartsWith("r.schema(JavaSchema { Json = {\"type\":\"struct\"", _jvm.LastCall, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_names_the_columns()
    {
        _jvm.Answers["json"] = """{"type":"struct","fields":[{"name":"x","type":"long","nullable":true,"metadata":{}}]}""";

        Assert.Equal(["x"], _frame.Columns());
        Assert.Equal([Tuple.Create("x", "bigint")], _frame.DTypes());
    }

    [Fact]
    public void Stopping_a_query_cancels_its_batches_before_Spark_hears_of_it()
    {
        CancellationTokenSource stopping = new();
        int callsAtCancellation = -1;
        stopping.Token.Register(() => callsAtCancellation = _jvm.Calls.Count);

        new StreamingQuery(_jvm.NewObject("q"), stopping).Stop();

        Assert.Equal(0, callsAtCancellation);
        Assert.Equal(["q.stop()"], _jvm.Calls);
    }

    [Fact]
    public void A_setting_is_written_the_same_in_every_culture()
    {
        _jvm.Answers["get"] = "";
        SparkSession.Builder().Config("d", 0.5).Config("l", 7L).Config("b", true).Master("local").GetOrCreate();

        Assert.Contains("o1.set(\"d\", \"0.5\")", _jvm.Calls);
        Assert.Contains("o1.set(\"l\", \"7\")", _jvm.Calls);
        Assert.Contains("o1.set(\"b\", \"true\")", _jvm.Calls);
        Assert.Contains("o1.set(\"spark.master\", \"local\")", _jvm.Calls);
        Assert.EndsWith(".getOrCreate()", _jvm.LastCall, StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_levels_are_those_of_Spark()
    {
        _frame.Persist(StorageLevel.MEMORY_AND_DISK_2);

        Assert.Equal(["StorageLevel.apply(true, true, false, true, 2)", "df.persist(o1)"], _jvm.Calls);
    }
}
