using IntegrationTests.Spark.Interop;
using Microsoft.Spark;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using static Microsoft.Spark.Sql.Functions;

namespace IntegrationTests.Spark.Extensions;

/// <summary>C# on executors: real Spark sends its rows to this very program and takes what it makes of them.</summary>
public sealed class MapPartitionsTests(SparkFixture fixture) : SparkTest(fixture)
{
    private const int Interrupt = 2;
    private const int Kill = 9;

    [Fact]
    public void Records_of_every_type_go_to_the_executors_and_come_back()
    {
        Everything[] rows = [Everything.Full, Everything.Empty, Everything.Full with { String = "", Ints = [], Map = new Dictionary<string, double?>() }];

        IReadOnlyList<Everything> back = Spark.CreateDataFrame<Everything>(rows).MapPartitions(new Same<Everything>()).CollectAs<Everything>();

        Assert.Equal(3, back.Count);
        Assert.Equivalent(Everything.Full, back[0], strict: true);
        Assert.Equal(Everything.Empty, back[1]);
        Assert.Equal("", back[2].String);
        Assert.Equal([], back[2].Ints!);
        Assert.Empty(back[2].Map!);
    }

    [Fact]
    public void What_comes_back_has_the_types_of_the_results_parameters()
    {
        DataFrame frame = Spark.Range(1).MapPartitions(new Scaled(3, "x"));

        Assert.Equal("struct<Text:string,Number:bigint,Bytes:binary>", frame.Schema().SimpleString);
        Assert.Equal([false, true, false], frame.Schema().Fields.Select(field => field.IsNullable));
    }

    [Fact]
    public void A_function_takes_its_properties_along_and_runs_once_for_each_partition()
    {
        IReadOnlyList<Scaled.Result> results = Spark.Range(0, 40_000, 1, 4).MapPartitions(new Scaled(10, "é")).CollectAs<Scaled.Result>();

        Assert.Equal(40_000, results.Count);
        Assert.Equal(Enumerable.Range(0, 40_000).Select(i => i % 3 == 0 ? (long?)null : i * 10L), results.Select(result => result.Number));
        Assert.All(results, result => Assert.Equal(result.Text, System.Text.Encoding.UTF8.GetString(result.Bytes.Span)));
        Assert.Equal(4, results.Count(result => result.Text == "é 0")); // the first of its partition
    }

    [Fact]
    public void Only_the_columns_that_are_asked_for_leave_Spark() =>
        Assert.Equal([new Number(1)], Spark.Sql("SELECT 1L AS id, INTERVAL '1' DAY AS no_column_of_ours").MapPartitions(new Same<Number>()).CollectAs<Number>());

    [Fact]
    public void An_endless_function_ends_when_Spark_has_enough_and_the_next_one_runs()
    {
        Assert.Equal(5, Spark.Range(1).MapPartitions(new Endless()).Limit(5).CollectAs<Number>().Count);
        Assert.Equal([new Number(7)], Spark.Range(7, 8).MapPartitions(new Same<Number>()).CollectAs<Number>());
    }

    [Fact]
    public void Rows_that_a_function_does_not_take_do_not_disturb_the_next_task()
    {
        DataFrame nothing = Spark.Range(0, 100_000, 1, 6).MapPartitions(new Deaf());

        Assert.Equal(0, nothing.Count());
        Assert.Equal(6, Spark.Range(0, 6, 1, 6).MapPartitions(new Same<Number>()).Count());
    }

    [Fact]
    public void What_a_function_throws_reaches_the_driver_with_its_stack_and_Spark_goes_on()
    {
        DataFrame frame = Spark.Range(0, 50_000, 1, 2).MapPartitions(new Fragile(Worst: 31_000));

        JvmCallException failed = Assert.Throws<JvmCallException>(() => frame.CollectAs<Number>());

        Assert.Contains("31000 is too much for me", failed.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(Fragile), failed.ToString(), StringComparison.Ordinal);
        Assert.Equal(10, Spark.Range(10).MapPartitions(new Fragile(Worst: 11)).Count());
    }

    [Fact]
    public void A_column_that_does_not_fit_is_refused_before_anything_runs()
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => Spark.Sql("SELECT 'x' AS id").MapPartitions(new Same<Number>()));

        Assert.Contains("column id is string, but its parameter takes bigint", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_a_transformation_of_streams_too()
    {
        Spark.Range(0, 1_000, 1, 3).Write().Parquet(Folder("in"));
        long sum = 0;
        StreamingQuery query = Spark.ReadStream().Schema("id LONG").Parquet(Folder("in"))
            .MapPartitions(new Same<Number>())
            .GroupBy().Agg(Sum(Col("Id")).As("Id"))
            .WriteStream()
            .OutputMode(OutputMode.Complete)
            .Trigger(Triggers.AvailableNow())
            .Option("checkpointLocation", Folder("checkpoint"))
            .ForeachBatch((batch, _) => sum = batch.CollectAs<Number>()[0].Id)
            .Start();

        Assert.True(query.AwaitTermination(180_000));
        Assert.Equal(499_500, sum);
    }

    [Fact]
    public async Task The_worker_outlives_Ctrl_C_and_goes_with_the_executor_that_started_it()
    {
        await using HostProcess host = HostProcess.Alone("map");
        host.AwaitReady();
        int worker = int.Parse(host.ReadLine(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.NotEqual(host.DriverId, worker);

        HostProcess.Signal(worker, Interrupt);
        host.WriteLine("again");
        Assert.Equal($"{worker}", host.ReadLine());

        HostProcess.Signal(host.JvmId, Kill);
        Assert.True(await HostProcess.IsGone(worker));
    }

    private sealed record Number(long Id);

    private sealed record Same<T> : IPartitionFunction<T, T>
    {
        public IEnumerable<T> Run(IEnumerable<T> rows) => rows;
    }

    private sealed record Scaled(int Factor, string Word) : IPartitionFunction<Number, Scaled.Result>
    {
        public IEnumerable<Result> Run(IEnumerable<Number> rows) => rows.Select((row, i) =>
            new Result($"{Word} {i}", row.Id % 3 == 0 ? null : row.Id * Factor, System.Text.Encoding.UTF8.GetBytes($"{Word} {i}")));

        internal sealed record Result(string Text, long? Number, ReadOnlyMemory<byte> Bytes);
    }

    private sealed record Endless : IPartitionFunction<Number, Number>
    {
        public IEnumerable<Number> Run(IEnumerable<Number> rows)
        {
            for (long i = 0; ; i++)
            {
                yield return new(i);
            }
        }
    }

    private sealed record Deaf : IPartitionFunction<Number, Number>
    {
        public IEnumerable<Number> Run(IEnumerable<Number> rows) => [];
    }

    private sealed record Fragile(long Worst) : IPartitionFunction<Number, Number>
    {
        public IEnumerable<Number> Run(IEnumerable<Number> rows) =>
            rows.Select(row => row.Id == Worst ? throw new ArithmeticException($"{row.Id} is too much for me") : row);
    }
}
