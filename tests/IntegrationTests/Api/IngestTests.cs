using System.Net;
using System.Text;
using System.Text.Json;
using IntegrationTests.Platform;
using IntegrationTests.Producer;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Kafka;

namespace IntegrationTests.Api;

[Collection(nameof(ApiServers))]
public sealed class IngestTests(ApiServers servers)
{
    private const string Good = """{"event_type":"session_start","ts":1465583533,"params":{"user_id":"u1"}}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_corpus_gets_its_status_and_only_good_events_are_stored()
    {
        long before = servers.Stored();
        int good = 0;
        foreach (string file in Directory.GetFiles(Path.Combine(RepositoryRoot.Find().FullName, "tests", "corpus", "events")).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(file);
            if (name == "expectations.json")
            {
                continue;
            }

            HttpResponseMessage answer = await servers.PostAsync(await File.ReadAllBytesAsync(file, Cancel));
            bool isGood = name.StartsWith("good-", StringComparison.Ordinal) || name == "schema-array.json"; // an array of one good event is a batch
            HttpStatusCode expected = isGood ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest;
            Assert.True(expected == answer.StatusCode, $"{name}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancel)}");
            good += isGood ? 1 : 0;
        }

        Assert.Equal(good, servers.Stored() - before);
        using TopicOffsets offsets = new(servers.Engine.Addresses.Kafka);
        Assert.All(
            new TopicReader(servers.Engine.Addresses.Kafka).Read([Topics.AppEvents], Cancel),
            record => Assert.NotNull(AppEventParser.Parse(record.Value).Event));
    }

    [Fact]
    public async Task Requests_with_one_key_at_once_are_carried_out_once()
    {
        string key = $"key-{Guid.NewGuid()}";
        long before = servers.Stored();

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => servers.PostAsync(Good, key)));

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.Conflict, $"{answer.StatusCode}"));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        HttpResponseMessage later = await servers.PostAsync(Good, key);
        Assert.Equal((HttpStatusCode.Accepted, true), (later.StatusCode, later.Headers.Contains("Idempotency-Replayed")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await servers.PostAsync(Good + " ", key)).StatusCode);
        Assert.Equal(1, servers.Stored() - before);
    }

    [Fact]
    public async Task An_answer_says_that_the_broker_has_the_event()
    {
        for (int i = 0; i < 20; i++)
        {
            long before = servers.Stored();
            Assert.Equal(HttpStatusCode.Accepted, (await servers.PostAsync(Good)).StatusCode);
            Assert.Equal(before + 1, servers.Stored());
        }
    }

    [Fact]
    public async Task What_the_simulator_posts_is_stored()
    {
        long before = servers.Stored();

        ProducerRun run = await ProducerRun.StartAsync(
            servers.Engine.Addresses.Kafka, Cancel, "events", "--url", servers.Url.ToString(), "--rate", "2000", "--count", "3000", "--junk", "0.05", "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement told = JsonElement.Parse(run.Output.TrimEnd().Split('\n')[^1]);
        long accepted = told.GetProperty("accepted").GetInt64();
        Assert.Equal(3_000, told.GetProperty("posted").GetInt64());
        Assert.Equal(3_000, accepted + told.GetProperty("rejected").GetInt64());
        Assert.Equal(accepted, servers.Stored() - before);
        Assert.InRange(accepted, 1, 2_999);
    }

    [Fact]
    public async Task Without_the_broker_nothing_is_accepted_and_afterwards_each_request_counts_once()
    {
        long before = servers.Stored();
        Dictionary<string, string> bodies = Enumerable.Range(0, 8).ToDictionary(i => $"outage-{Guid.NewGuid()}", i => $$"""{"event_type":"outage","ts":{{i}}}""");
        await servers.Engine.KillAsync(ServerSet.Kafka);
        foreach ((string key, string body) in bodies)
        {
            HttpResponseMessage refused = await servers.PostAsync(body, key);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await servers.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await servers.GetAsync("/health/live")).StatusCode);
        await servers.Engine.StartAgainAsync(ServerSet.Kafka, Cancel);

        foreach ((string key, string body) in bodies)
        {
            await Eventually.HoldsAsync(async () => (await servers.PostAsync(body, key)).StatusCode == HttpStatusCode.Accepted, $"{key} is accepted");
        }

        Assert.Equal(8, servers.Stored() - before);
        string[] outage = [.. new TopicReader(servers.Engine.Addresses.Kafka).Read([Topics.AppEvents], Cancel).Select(record => Encoding.UTF8.GetString(record.Value!)).Where(text => text.Contains("outage", StringComparison.Ordinal))];
        Assert.Equal(8, outage.Distinct().Count());
        Assert.Equal(8, outage.Length);
        await Eventually.HoldsAsync(async () => (await servers.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, "the service is ready again");
    }

    [Fact]
    public async Task A_broker_that_dies_under_load_loses_and_doubles_nothing()
    {
        long before = servers.Stored();
        Task<ProducerRun> posting = ProducerRun.StartAsync(
            servers.Engine.Addresses.Kafka, Cancel, "events", "--url", servers.Url.ToString(), "--rate", "1000", "--for", "15s", "--seed", "11", "--json");
        await Eventually.HoldsAsync(() => Task.FromResult(servers.Stored() - before > 1_000), "events are being stored");
        await servers.Engine.KillAsync(ServerSet.Kafka);
        await servers.Engine.StartAgainAsync(ServerSet.Kafka, Cancel);

        ProducerRun run = await posting;

        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement told = JsonElement.Parse(run.Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal(told.GetProperty("posted").GetInt64(), told.GetProperty("accepted").GetInt64());
        Assert.True(told.GetProperty("repeated").GetInt64() > 0, "no post met the outage");
        Assert.Equal(told.GetProperty("accepted").GetInt64(), servers.Stored() - before);
    }

    [Fact]
    public async Task Without_Redis_keys_are_refused_and_events_without_one_are_not()
    {
        await servers.Engine.KillAsync(ServerSet.Redis);
        try
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await servers.PostAsync(Good, $"key-{Guid.NewGuid()}")).StatusCode);
            Assert.Equal(HttpStatusCode.Accepted, (await servers.PostAsync(Good)).StatusCode);
        }
        finally
        {
            await servers.Engine.StartAgainAsync(ServerSet.Redis, Cancel);
        }

        await Eventually.HoldsAsync(async () => (await servers.PostAsync(Good, $"key-{Guid.NewGuid()}")).StatusCode == HttpStatusCode.Accepted, "keys are taken again");
    }
}
