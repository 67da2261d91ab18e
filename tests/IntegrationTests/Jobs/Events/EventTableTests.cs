using IntegrationTests.Spark;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Interop.Ipc;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Events;

namespace IntegrationTests.Jobs.Events;

/// <summary>Events on Spark: how they are read, and how their files are.</summary>
public sealed class EventTableTests(SparkFixture fixture) : SparkTest(fixture)
{
    private const long Hour = 1_465_520_400; // 2016-06-10 01:00 UTC
    private static readonly EventsSettings Settings = new();

    [Fact]
    public void A_query_on_one_hour_reads_one_folder()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("sd-events-");
        try
        {
            EventReading.Read(Records([.. Enumerable.Range(0, 48).Select(i => Event(Hour + (i * 1_800)))], Hour + 86_400), Settings)
                .Write().PartitionBy(EventTable.Layout).Mode(SaveMode.Overwrite).Parquet(root.FullName);
            DataFrame oneHour = EventTable.Open(Spark, root.FullName)!.Where("year = 2016 AND month = 6 AND day = 10 AND hour = 1");

            Assert.Equal(2, oneHour.Count());
            Assert.Contains("hour=1", Assert.Single(oneHour.SelectExpr("input_file_name()").Distinct().Collect().Select(row => Path.GetFileName(Path.GetDirectoryName(row.GetAs<string>(0))))));
            using JvmObjectReference execution = (JvmObjectReference)oneHour.Reference.Invoke("queryExecution")!;
            string plan = (string)execution.Invoke("toString")!;
            Assert.Matches(@"PartitionFilters: \[[^\]]*year[^\]]*month[^\]]*day[^\]]*hour", plan);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_the_executors_read_the_strict_reader_reads_the_same()
    {
        string corpus = Path.Combine(SpecialDelivery.Engine.RepositoryRoot.Find().FullName, "tests", "corpus", "events");
        byte[][] values =
        [
            .. Directory.GetFiles(corpus).Where(file => !file.EndsWith("expectations.json", StringComparison.Ordinal)).Select(File.ReadAllBytes),
            Event(Hour),
            Raw("""{"event_type":"a","ts":1,"params":{}}"""),
            Raw("""{"event_type":"a","ts":1,"params":{"x":"1","x":"2"}}"""),
            Raw("""{"event_type":"a","ts":1,"params":{"a":"v",":x":1,":x":2}}"""),
            Raw("""{"event_type":"a","ts":1,"params":{"name":"Zoë ✓ ","x-y.z_$":-1.5,"n":null,"t":true}}"""),
            Raw("""{"event_type":"a","ts":1,"params":{"x":"1","y":",","z":2,"x":3}}"""),
            Raw("""{"event_type":"a","ts":1,"params":{"x":1}"y":2}}"""),
            Raw("""{"event_type":"a","ts":1,"params":{"x":1,}"""),
            Raw("""{"event_type":"a","ts":1,"params":{"x":1}"""),
            Raw("""{"event_type":"a","ts":1,"params":{"x":01}}"""),
            Raw("""{"event_type":"a","ts":1,"params":{"x":1,}}"""),
            Raw("""{"event_type":"a","ts":1,"params":{}}""" + "\n"),
        ];
        int read = 0;
        foreach (DocumentRow row in EventReading.Read(Records(values), Settings).Where($"year > {EventRow.RefusedYear}").SelectExpr(DocumentRow.Columns).CollectAs<DocumentRow>())
        {
            AppEvent? expected = AppEventParser.Parse(values[row.Offset]).Event;
            Assert.NotNull(expected);
            Assert.Equal((expected.EventType, expected.Ts), (row.EventType, row.Ts));
            Assert.Equal(AppEventParser.Parse(Raw($$"""{"event_type":"a","ts":1,"params":{{row.Params}} }""")).Event!.Params, expected.Params);
            Assert.Equal(EventPlacement.Of(Settings, row.Ts, (Hour * 1_000) + row.Offset), new EventPlacement(row.Placed, row.Late, row.Clamped));
            read++;
        }

        Assert.Equal(values.Count(value => AppEventParser.Parse(value).Event is not null), read);
    }

    private static byte[] Raw(string json) => System.Text.Encoding.UTF8.GetBytes(json);

    private static byte[] Event(long ts) => AppEventJson.ToBytes(new AppEvent("session_start", ts, [new("platform", AppEventParamKind.Text, "ios"), new("n", AppEventParamKind.Number, "1.5")]));

    private DataFrame Records(byte[][] values, long received = Hour) => Spark.CreateDataFrame<RecordRow>([.. values.Select((value, i) => new RecordRow(0, i, (received * 1_000) + i, value))])
        .SelectExpr("partition", "offset", "timestamp_millis(millis) AS timestamp", "value");

    private sealed record RecordRow(int Partition, long Offset, long Millis, byte[] Value);
}
