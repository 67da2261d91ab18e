using Microsoft.Spark.Extensions;

namespace UnitTests.Spark.Extensions;

public sealed class StreamingQueryProgressTests
{
    private const string Json =
        """
        {"id":"11111111-1111-1111-1111-111111111111","runId":"22222222-2222-2222-2222-222222222222","name":"matching",
        "timestamp":"2026-11-28T01:02:03.004Z","batchId":7,"batchDuration":340,"numInputRows":1000,"inputRowsPerSecond":500.5,
        "processedRowsPerSecond":2941.2,"durationMs":{"addBatch":120,"triggerExecution":340},
        "eventTime":{"max":"2026-11-28T01:02:02.000Z","watermark":"2026-11-28T01:00:00.000Z"},"stateOperators":[],
        "sources":[{"description":"KafkaV2[Subscribe[trips]]","startOffset":{"trips":{"0":10}},"endOffset":{"trips":{"0":1010}},
        "latestOffset":null,"numInputRows":1000,"inputRowsPerSecond":500.5,"processedRowsPerSecond":2941.2}],
        "sink":{"description":"ForeachBatchSink","numOutputRows":-1}}
        """;

    [Fact]
    public void A_report_is_read_whole()
    {
        StreamingQueryProgress progress = StreamingQueryProgress.Parse(Json);

        Assert.Equal("matching", progress.Name);
        Assert.Equal(new Guid("11111111-1111-1111-1111-111111111111"), progress.Id);
        Assert.Equal(7, progress.BatchId);
        Assert.Equal(1000, progress.NumInputRows);
        Assert.Equal(500.5, progress.InputRowsPerSecond);
        Assert.Equal(340, progress.DurationMs["triggerExecution"]);
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 1, 0, 0, TimeSpan.Zero), progress.EventTime["watermark"]);
        SourceProgress source = Assert.Single(progress.Sources);
        Assert.Equal("""{"trips":{"0":10}}""", source.StartOffset);
        Assert.Equal("""{"trips":{"0":1010}}""", source.EndOffset);
        Assert.Null(source.LatestOffset);
        Assert.Equal(Json, progress.Json);
    }

    [Fact]
    public void What_Spark_does_not_know_is_left_out_and_read_as_unknown()
    {
        StreamingQueryProgress progress = StreamingQueryProgress.Parse(
            """
            {"id":"11111111-1111-1111-1111-111111111111","runId":"22222222-2222-2222-2222-222222222222","name":null,
            "timestamp":"2026-11-28T01:02:03.004Z","batchId":0,"numInputRows":0,"processedRowsPerSecond":0.0,"sources":[]}
            """);

        Assert.Null(progress.Name);
        Assert.True(double.IsNaN(progress.InputRowsPerSecond));
        Assert.Empty(progress.DurationMs);
        Assert.Empty(progress.EventTime);
    }
}
