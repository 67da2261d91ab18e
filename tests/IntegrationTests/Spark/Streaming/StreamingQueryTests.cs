using System.Collections.Concurrent;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Streaming;
using static Microsoft.Spark.Sql.Functions;

namespace IntegrationTests.Spark.Streaming;

public sealed class StreamingQueryTests(SparkFixture fixture) : SparkTest(fixture)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private DataFrame Numbers => Spark.ReadStream().Format("rate-micro-batch").Option("rowsPerBatch", 10L).Load();

    [Fact]
    public void A_handler_gets_every_batch_once_and_in_order()
    {
        ConcurrentQueue<(long Id, long[] Values)> batches = new();
        StreamingQuery query = Numbers.WriteStream()
            .ForeachBatch((batch, id) => batches.Enqueue((id, [.. batch.CollectAs<Number>().Select(number => number.Value).Order()])))
            .Option("checkpointLocation", Folder("checkpoint"))
            .QueryName("in-order")
            .Start();

        Until(() => batches.Count >= 3);
        Assert.Equal("in-order", query.Name);
        Assert.True(query.IsActive());
        Assert.Contains(query.Id, Spark.Streams().Active().Select(active => active.Id));
        query.Stop();

        Assert.False(query.IsActive());
        Assert.Null(query.Exception());
        Assert.Equal(batches.Select((_, i) => (long)i), batches.Select(batch => batch.Id));
        Assert.All(batches, batch => Assert.Equal(Enumerable.Range(0, 10).Select(i => batch.Id * 10 + i), batch.Values));
    }

    [Fact]
    public void AvailableNow_takes_what_is_there_in_limited_batches_and_ends()
    {
        foreach (int file in Enumerable.Range(0, 3))
        {
            Spark.Range(file, file + 1).Write().Parquet(Folder($"in/{file}"));
        }

        List<long> ids = [];
        StreamingQuery query = Spark.ReadStream().Schema("id LONG").Option("maxFilesPerTrigger", 1L).Parquet(Folder("in/*"))
            .WriteStream()
            .Trigger(Triggers.AvailableNow())
            .Option("checkpointLocation", Folder("checkpoint"))
            .ForeachBatch((batch, _) => ids.Add(batch.Count()))
            .Start();

        Assert.True(query.AwaitTermination((long)Limit.TotalMilliseconds));
        Assert.Equal([1L, 1L, 1L], ids.Where(count => count > 0));
        Assert.Equal(3, query.RecentProgress().Sum(progress => progress.NumInputRows));
        StreamingQueryProgress last = query.LastProgress()!;
        Assert.Equal(new Guid(query.Id), last.Id);
        Assert.True(last.DurationMs["triggerExecution"] > 0);
        Assert.NotNull(Assert.Single(last.Sources).EndOffset);
    }

    [Fact]
    public void A_window_over_a_stream_is_written_when_the_watermark_passes()
    {
        File.WriteAllLines(Directory.CreateDirectory(Folder("in")) + "/1.json", Enumerable.Range(0, 120).Select(i => $$"""{"s":{{i}}}"""));
        DataFrame counts = Spark.ReadStream().Schema("s LONG").Json(Folder("in"))
            .Select(TimestampSeconds(Col("s")).As("t"))
            .WithWatermark("t", "10 seconds")
            .GroupBy(Window(Col("t"), "1 minute"))
            .Count();

        StreamingQuery query = counts.SelectExpr("window.start AS start", "count").WriteStream()
            .Format("parquet")
            .OutputMode(OutputMode.Append)
            .Trigger(Triggers.AvailableNow())
            .Option("checkpointLocation", Folder("checkpoint"))
            .Start(Folder("out"));

        Assert.True(query.AwaitTermination((long)Limit.TotalMilliseconds));
        Assert.Equal([[60L]], Values(Spark.Read().Parquet(Folder("out")).Select("count")));
    }

    [Fact]
    public void A_failure_in_the_handler_ends_the_query_with_its_words_and_the_batch_is_repeated()
    {
        ConcurrentQueue<long> seen = new();
        StreamingQuery Start(Action<long> check) => Numbers.WriteStream()
            .ForeachBatch((_, id) =>
            {
                seen.Enqueue(id);
                check(id);
            })
            .Option("checkpointLocation", Folder("checkpoint"))
            .Start();

        StreamingQuery failing = Start(id => _ = id < 2 ? id : throw new InvalidOperationException($"no to batch {id} 🚀"));
        Exception failure = Assert.ThrowsAny<Exception>(failing.AwaitTermination);
        StreamingQueryException reason = Assert.IsType<StreamingQueryException>(failure.InnerException);
        Assert.Contains("System.InvalidOperationException: no to batch 2 🚀", reason.Message, StringComparison.Ordinal);
        Assert.Contains("no to batch 2", failing.Exception().Message, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2], seen);

        seen.Clear();
        StreamingQuery again = Start(_ => { });
        Until(() => seen.Count >= 2);
        again.Stop();
        Assert.Equal(failing.Id, again.Id);
        Assert.NotEqual(failing.RunId, again.RunId);
        Assert.Equal([2L, 3L], seen.Take(2));
    }

    [Fact]
    public void A_Spark_failure_in_the_handler_reaches_the_query_as_it_was()
    {
        StreamingQuery query = Numbers.WriteStream()
            .ForeachBatch((batch, _) => batch.SelectExpr("raise_error('inner boom')").Collect())
            .Option("checkpointLocation", Folder("checkpoint"))
            .Start();

        Exception failure = Assert.ThrowsAny<Exception>(query.AwaitTermination);

        StreamingQueryException reason = Assert.IsType<StreamingQueryException>(failure.InnerException);
        Assert.DoesNotContain(reason.Causes, cause => cause.Class.Contains("UndeclaredThrowable", StringComparison.Ordinal));
        Assert.Contains(reason.Causes, cause => cause.Message?.Contains("inner boom", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Stopping_in_the_middle_of_a_job_of_the_handler_is_no_failure()
    {
        using ManualResetEventSlim entered = new();
        StreamingQuery query = Numbers.WriteStream()
            .ForeachBatch((batch, _) =>
            {
                entered.Set();
                batch.SparkSession().Range(100_000_000_000).Agg(Sum(Hash(Col("id")))).Collect();
            })
            .Option("checkpointLocation", Folder("checkpoint"))
            .Start();
        Assert.True(entered.Wait(Limit, TestContext.Current.CancellationToken));

        query.Stop();

        Assert.False(query.IsActive());
        Assert.Null(query.Exception());
    }

    [Fact]
    public void Stopping_cancels_a_handler_busy_outside_Spark_and_is_no_failure()
    {
        using ManualResetEventSlim entered = new();
        StreamingQuery query = Numbers.WriteStream()
            .ForeachBatch((_, _, stopping) =>
            {
                entered.Set();
                stopping.WaitHandle.WaitOne(Limit);
                stopping.ThrowIfCancellationRequested();
            })
            .Option("checkpointLocation", Folder("checkpoint"))
            .Start();
        Assert.True(entered.Wait(Limit, TestContext.Current.CancellationToken));

        query.Stop();

        Assert.False(query.IsActive());
        Assert.Null(query.Exception());
    }

    [Fact]
    public void A_listener_hears_start_progress_and_end_until_removed()
    {
        Recorder recorder = new();
        Spark.AddListener(recorder);
        Assert.Throws<InvalidOperationException>(() => Spark.AddListener(recorder));
        StreamingQuery query = Numbers.WriteStream().Format("noop").QueryName("heard").Option("checkpointLocation", Folder("checkpoint")).Start();
        Until(() => recorder.Progress.Count >= 2);
        query.Stop();
        Until(() => !recorder.Terminated.IsEmpty);
        Spark.RemoveListener(recorder);

        QueryStartedEvent started = Assert.Single(recorder.Started);
        Assert.Equal("heard", started.Name);
        Assert.Equal(new Guid(query.RunId), started.RunId);
        Assert.Equal(10, recorder.Progress.First().NumInputRows);
        Assert.Null(Assert.Single(recorder.Terminated).Exception);
    }

    [Fact]
    public void The_report_of_a_failed_query_says_why()
    {
        Recorder recorder = new();
        Spark.AddListener(recorder);
        StreamingQuery query = Numbers.WriteStream().Option("checkpointLocation", Folder("checkpoint"))
            .ForeachBatch((_, _) => throw new InvalidOperationException("on purpose")).Start();
        Assert.ThrowsAny<Exception>(query.AwaitTermination);
        Until(() => !recorder.Terminated.IsEmpty);
        Spark.RemoveListener(recorder);

        Assert.Contains("on purpose", Assert.Single(recorder.Terminated).Exception, StringComparison.Ordinal);
    }

    private static void Until(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, Limit), "The condition did not come true in time.");

    private sealed record Number(long Value);

    private sealed class Recorder : StreamingQueryListener
    {
        public ConcurrentQueue<QueryStartedEvent> Started { get; } = new();

        public ConcurrentQueue<StreamingQueryProgress> Progress { get; } = new();

        public ConcurrentQueue<QueryTerminatedEvent> Terminated { get; } = new();

        public override void OnQueryStarted(QueryStartedEvent started) => Started.Enqueue(started);

        public override void OnQueryProgress(StreamingQueryProgress progress) => Progress.Enqueue(progress);

        public override void OnQueryTerminated(QueryTerminatedEvent terminated) => Terminated.Enqueue(terminated);
    }
}
