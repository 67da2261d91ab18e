using System.Text;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.AppEvents.Files;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Jobs.Events;
using SpecialDelivery.Platform.Elasticsearch;

namespace IntegrationTests.Jobs.Events;

/// <summary>The events job on real servers.</summary>
public sealed class EventsJobTests
{
    private static readonly string Corpus = Path.Combine(RepositoryRoot.Find().FullName, "tests", "corpus", "events");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Junk_is_quarantined_with_its_reason_and_a_repeated_batch_changes_nothing()
    {
        await using EventsServers servers = await EventsServers.StartAsync();
        string[] files = [.. Directory.GetFiles(Corpus).Where(file => !file.EndsWith("expectations.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] bad = [.. files.Select(Path.GetFileName).Where(name => !name!.StartsWith("good-", StringComparison.Ordinal)).Select(name => name!.Split('-')[0])];
        int good = files.Length - bad.Length;

        // Clashes, in the usual form and in another; a tombstone is no event either.
        byte[][] clashes = [Event("clash", 1_700_000_000, 1), Event("clash", 1_700_000_000, 2), Encoding.UTF8.GetBytes("""{ "ts": 1700000000, "event_type": "clash" }""")];
        servers.Post([.. files.Select(File.ReadAllBytes), .. clashes, null]);
        await servers.CatchUpAsync();

        Assert.Equal(
            bad.Append("syntax").Order(StringComparer.Ordinal),
            servers.DeadLetters().Select(letter => letter.Reason.ToString().ToLowerInvariant()).Order(StringComparer.Ordinal));
        Assert.All(servers.DeadLetters(), letter => Assert.Equal(Topics.AppEvents, letter.Topic));
        Assert.Equal(good + clashes.Length, await servers.DocumentsAsync());
        Assert.Single(await servers.IdsAsync(), id => id.StartsWith("clash1700000000 ", StringComparison.Ordinal));

        // The same again, and more: ids of the second batch clash with those of the first.
        servers.Post([Event("clash", 1_700_000_000, 4), Event("clash", 1_700_000_001, 5)]);
        await servers.CatchUpAsync();
        (string[] ids, string[] written, var counts) = (await servers.IdsAsync(), servers.FileList(), await servers.CountsAsync());
        Assert.Equal(good + clashes.Length + 2, ids.Length);

        File.Delete(Directory.GetFiles(Path.Combine(servers.Checkpoint, "commits")).Where(file => long.TryParse(Path.GetFileName(file), out _)).MaxBy(file => long.Parse(Path.GetFileName(file)))!);
        await servers.CatchUpAsync();

        Assert.Equal(ids, await servers.IdsAsync());
        Assert.Equal(written, servers.FileList());
        Assert.Equal(counts, await servers.CountsAsync());

        // Another checkpoint would number batches anew: it is refused rather than counted twice.
        Assert.Equal(1, await servers.RunAsync(Cancel, "--once", "--checkpoint", Path.Combine(servers.Home, "other")));
        await servers.CatchUpAsync("--rebuild");
        Assert.Equal(ids.Length, await servers.DocumentsAsync());
        Assert.Equal(counts.Values.Sum(), (await servers.CountsAsync()).Values.Sum());

        // The books: green, red when a document goes, and red when a file goes.
        Assert.Empty(await servers.RedLawsAsync());
        string index = (await servers.Elasticsearch.IndicesOfAsync(Indices.Events, Cancel)).Single(name => name == "events-2023.11");
        await new BulkIndexer(servers.Elasticsearch).IndexAsync(index, [new BulkItem("clash1700000000", Source: null)], Cancel);
        Assert.Contains(await servers.RedLawsAsync(), law => law.StartsWith("documents of type clash", StringComparison.Ordinal));
        File.Delete(Directory.GetFiles(servers.Files, "*.parquet", SearchOption.AllDirectories)[0]);
        Assert.Contains(await servers.RedLawsAsync(), law => law.StartsWith("records of the topic", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_lost_or_doubled_when_the_job_and_the_index_are_killed_while_events_arrive()
    {
        const int Rounds = 12, PerRound = 400;
        await using EventsServers servers = await EventsServers.StartAsync();
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        Task posting = Task.Run(
            async () =>
            {
                for (int round = 0; round < Rounds; round++)
                {
                    servers.Post(Enumerable.Range(0, PerRound).Select(i => Event(i % 2 == 0 ? "session_start" : "link_clicked", now - (i % 5), (round * PerRound) + i)));
                    await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
                }
            },
            Cancel);

        await KillAfterBatchAsync(servers, batches: 1);
        await servers.Engine.KillAsync(ServerSet.Elasticsearch);
        Task<int> waiting = servers.RunAsync(Cancel, "--once", "--max-records", "700");
        await servers.Engine.StartAgainAsync(ServerSet.Elasticsearch, Cancel);
        await waiting; // it may have given up, or not: either way nothing may be lost
        await posting;
        await servers.CatchUpAsync("--max-records", "500");

        Assert.Empty(servers.DeadLetters());
        Assert.Equal(Rounds * PerRound, await servers.DocumentsAsync());
        Assert.Equal(Rounds * PerRound, (await servers.IdsAsync()).Select(id => id.Split(' ')[1]).Distinct().Count());
        Assert.Equal(Rounds * PerRound, (await servers.CountsAsync()).Values.Sum());
        foreach (IGrouping<string, string> hour in servers.FileList().GroupBy(file => Path.GetDirectoryName(file)!))
        {
            Assert.InRange(hour.Count(), 1, Compaction.MostFiles);
        }
    }

    [Fact]
    public async Task Months_past_their_age_leave_the_index_but_neither_files_nor_counts()
    {
        const long January = 1_767_225_600, February = 1_769_904_000, March = 1_773_100_800;
        await using EventsServers servers = await EventsServers.StartAsync();
        EventHorizon horizon = new(servers.Elasticsearch);
        servers.Post(Enumerable.Range(0, 30).Select(i => Event("old", January + i, i)), received: January + 60);
        servers.Post(Enumerable.Range(0, 5).Select(i => Event("new", March + i, i)), received: March + 60);

        await servers.CatchUpAsync("--keep-index", "30d");

        Assert.Equal(["events-2026.03"], await servers.Elasticsearch.IndicesOfAsync(Indices.Events, Cancel));
        Assert.Equal(February, await horizon.ReadAsync(Cancel));
        Assert.False(await horizon.RaiseAsync(January, Cancel));
        Assert.Equal(5, await servers.DocumentsAsync());
        Assert.Equal(35, (await servers.CountsAsync()).Values.Sum());

        // A late event does not bring its month back.
        await new EventDocuments(servers.Elasticsearch, TimeProvider.System).PutAsync([new DocumentRow(0, 1_000, January, January, true, false, "old", "{}")], Cancel);
        Assert.Equal(["events-2026.03"], await servers.Elasticsearch.IndicesOfAsync(Indices.Events, Cancel));

        // A month that is not there, though it is not too old, is red; those too old are not.
        await servers.Elasticsearch.EnsureIndexAsync("events-2026.04", IndexDefinitions.Events, Cancel);
        await servers.Elasticsearch.DeleteIndexAsync("events-2026.03", Cancel);
        Assert.Equal(["documents + events", "documents of type new"], (await servers.RedLawsAsync()).Select(law => string.Join(' ', law.Split(' ').Take(law.StartsWith("documents +", StringComparison.Ordinal) ? 3 : 4))));
    }

    private static async Task KillAfterBatchAsync(EventsServers servers, int batches)
    {
        await using JobUnderTest job = new(servers, "--max-records", "300", "--trigger", "0s");
        await job.BatchesAsync(batches, Cancel);
        job.Kill();
    }

    private static byte[] Event(string type, long ts, int number) =>
        AppEventJson.ToBytes(new AppEvent(type, ts, [new("platform", AppEventParamKind.Text, number % 3 == 0 ? "ios" : "android"), new("n", AppEventParamKind.Number, $"{number}")]));
}
