using System.Collections.Concurrent;
using System.Text.Json;
using SpecialDelivery.Core.AppEvents.Files;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Processes;
using SpecialDelivery.Jobs;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;

namespace IntegrationTests.Jobs.Events;

/// <summary>Real servers of their own for the events job, and the job as a process.</summary>
public sealed class EventsServers : IAsyncDisposable
{
    private EventsServers(LocalEngine engine)
    {
        Engine = engine;
        Elasticsearch = new ElasticsearchClient(engine.Addresses.Elasticsearch.ToString());
        Home = engine.Addresses.Home.FullName;
    }

    public LocalEngine Engine { get; }

    public ElasticsearchClient Elasticsearch { get; }

    public string Home { get; }

    public string Files => Path.Combine(Home, "events_data");

    public string Checkpoint => Path.Combine(Home, "checkpoints", EventsJob.Name);

    public ConcurrentQueue<string> Output { get; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<EventsServers> StartAsync()
    {
        LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Kafka | ServerSet.Elasticsearch, new Progress<EngineProgress>(), Cancel);
        await TopicAdmin.EnsureAsync(engine.Addresses.Kafka, [Topics.AppEvents, Topics.DeadLetters, Topics.EventCounts], 2);
        return new EventsServers(engine);
    }

    /// <summary>Writes records as they are to the topic.</summary>
    /// <param name="values">Their values.</param>
    /// <param name="received">Their timestamp, unix seconds; null = now.</param>
    public void Post(IEnumerable<byte[]?> values, long? received = null)
    {
        using RecordWriter writer = new(Engine.Addresses.Kafka);
        foreach (byte[]? value in values)
        {
            writer.Write(Topics.AppEvents, null, value, received * 1_000);
        }

        writer.Flush(Cancel);
    }

    /// <summary>Runs the job until it ends or is asked to.</summary>
    public Task<int> RunAsync(CancellationToken stop, params string[] options) => BoundProgram.RunAsync(
        "dotnet", [typeof(EventsJob).Assembly.Location, "events", "--json", "--driver-memory", "1g", .. options], Engine.Addresses.ToEnvironment(), Output.Enqueue, stop);

    /// <summary>Runs the job to the end of the topic.</summary>
    public async Task CatchUpAsync(params string[] options) => Assert.Equal(0, await RunAsync(Cancel, ["--once", .. options]));

    /// <summary>What <c>verify events</c> finds wrong; its exit code says the same.</summary>
    public async Task<string[]> RedLawsAsync()
    {
        Output.Clear();
        int exitCode = await BoundProgram.RunAsync("dotnet", [typeof(EventsJob).Assembly.Location, "verify", "events", "--json"], Engine.Addresses.ToEnvironment(), Output.Enqueue, Cancel);
        using JsonDocument sheet = JsonDocument.Parse(Output.Last());
        string[] red = [.. sheet.RootElement.GetProperty("laws").EnumerateArray().Where(law => !law.GetProperty("ok").GetBoolean()).Select(law => law.GetProperty("law").GetString()!)];
        Assert.Equal(red.Length == 0 ? 0 : 1, exitCode);
        return red;
    }

    public async Task<long> DocumentsAsync()
    {
        await Elasticsearch.RefreshAsync(Indices.Events, Cancel);
        return await Elasticsearch.CountAsync(Indices.Events, query: null, Cancel);
    }

    /// <summary>Each window's count.</summary>
    public async Task<SortedDictionary<string, long>> CountsAsync()
    {
        await Elasticsearch.RefreshAsync(Indices.EventCounts, Cancel);
        SearchResult found = await Elasticsearch.SearchAsync(Indices.EventCounts, new { size = 10_000 }, Cancel);
        return new(found.Sources.ToDictionary(source => source.GetProperty("id").GetString()!, source => source.GetProperty("count").GetInt64()), StringComparer.Ordinal);
    }

    /// <summary>Each document's id and its record's place.</summary>
    public async Task<string[]> IdsAsync()
    {
        await Elasticsearch.RefreshAsync(Indices.Events, Cancel);
        SearchResult found = await Elasticsearch.SearchAsync(Indices.Events, new { size = 10_000 }, Cancel);
        return [.. found.Sources.Select(source => $"{source.GetProperty("id")} {source.GetProperty("partition")}/{source.GetProperty("offset")}").Order(StringComparer.Ordinal)];
    }

    public DeadLetterEvent[] DeadLetters() =>
    [
        .. new TopicReader(Engine.Addresses.Kafka).Read([Topics.DeadLetters], Cancel)
            .Select(record => JsonSerializer.Deserialize(record.Value, EventJson.Default.DeadLetterEvent)!)
            .DistinctBy(letter => (letter.Topic, letter.Partition, letter.Offset)),
    ];

    /// <summary>Each file's folder, batches and length. A batch's files are numbered as Spark read the topic's partitions, in any order, so their numbers are left out.</summary>
    public string[] FileList() =>
    [
        .. Directory.GetFiles(Files, "*.parquet", SearchOption.AllDirectories)
            .Select(file => (Path: file, Written: HourFile.Parse(Path.GetFileName(file))!.Value))
            .Select(file => $"{Path.GetRelativePath(Files, Path.GetDirectoryName(file.Path)!)}/{(file.Written with { Number = 0 }).Name} {new FileInfo(file.Path).Length}").Order(StringComparer.Ordinal),
    ];

    public async ValueTask DisposeAsync()
    {
        Elasticsearch.Dispose();
        await Engine.DisposeAsync();
    }
}
