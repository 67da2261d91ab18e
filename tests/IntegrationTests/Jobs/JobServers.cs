using System.Text.Json;
using IntegrationTests.Platform;
using IntegrationTests.Producer;
using SpecialDelivery.Cli.Demo;
using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Kafka;

namespace IntegrationTests.Jobs;

/// <summary>A broker and a Redis of their own, the broker filled with a small world.</summary>
internal sealed class JobServers : IAsyncDisposable
{
    private readonly LocalEngine _engine;

    private JobServers(LocalEngine engine, RedisServer redis)
    {
        _engine = engine;
        Redis = redis;
        Environment = new Dictionary<string, string>(engine.Addresses.ToEnvironment()) { [Variables.Redis] = redis.Address };
    }

    public RedisServer Redis { get; }

    public string Kafka => _engine.Addresses.Kafka;

    /// <summary>Variables for the job.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts both and posts the world.</summary>
    /// <param name="disturbances">Options of the producer beside those of the world.</param>
    public static async Task<JobServers> StartAsync(params string[] disturbances)
    {
        LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Kafka, new Progress<EngineProgress>(), Cancel);
        RedisServer redis = new();
        await redis.InitializeAsync();
        JobServers servers = new(engine, redis);
        await servers.PostAsync(["--seed", "7", "--trips", "700", "--packages", "500", .. disturbances]);
        return servers;
    }

    /// <summary>Posts orders.</summary>
    public async Task PostAsync(params string[] options)
    {
        ProducerRun run = await ProducerRun.StartAsync(Kafka, Cancel, ["world", "--world", "cities", .. options]);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    /// <summary>Starts the job over batches of a fixed size.</summary>
    public JobProcess Run(params string[] options) => RunInBatchesOf(120, options);

    /// <summary>Starts the job over batches of another size.</summary>
    public JobProcess RunInBatchesOf(int records, params string[] options) =>
        new(Environment, ["--max-records", $"{records}", "--trigger", "00:00:00", .. options]);

    /// <summary>Runs the job to the end of the topics.</summary>
    public async Task CatchUpAsync(params string[] options)
    {
        await using JobProcess job = Run(["--once", .. options]);
        Assert.True(await job.ExitCodeAsync() == 0, job.Errors);
    }

    /// <summary>The books as the topics tell them.</summary>
    public RecountResult Recount() => BookReader.Read(Kafka, new MatchingSettings(), Cancel);

    /// <summary>Who goes with whom, and who ended how.</summary>
    public string[] Fates()
    {
        HashSet<string> fates = [];
        foreach (TopicRecord record in new TopicReader(Kafka).Read([Topics.Claims], Cancel))
        {
            ClaimEvent entry = JsonSerializer.Deserialize(record.Value, EventJson.Default.ClaimEvent)!;
            fates.Add($"{entry.Package} {entry.State} {entry.Trip} in batch {entry.Batch}");
        }

        return [.. fates.Order(StringComparer.Ordinal)];
    }

    /// <summary>The claim store's highest token: it grows while a batch claims.</summary>
    public async Task<long> FenceAsync() => (long)await Redis.AskAsync(redis => redis.StringGetAsync(new RedisKeys().Fence));

    public async ValueTask DisposeAsync()
    {
        await Redis.DisposeAsync();
        await _engine.DisposeAsync();
    }
}
