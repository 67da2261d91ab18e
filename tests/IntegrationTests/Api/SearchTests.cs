using System.Net;
using System.Text.Json;
using IntegrationTests.Platform;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Kafka;

namespace IntegrationTests.Api;

[Collection(nameof(ApiServers))]
public sealed class SearchTests(ApiServers servers)
{
    private const string Period = "events-2016.06";
    private const long Start = 1_465_516_800;

    private readonly string _type = $"t{Guid.NewGuid():N}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_are_exact_past_ten_thousand_and_equal_the_sum_of_the_pages()
    {
        const int Count = 12_345;
        await servers.IndexAsync(Period, Enumerable.Range(0, Count).Select(i => Document(i, Start + (i / 7))));

        Assert.Equal(Count, (await servers.GetJsonAsync($"/events/count?event_type={_type}")).GetProperty("count").GetInt64());
        (HashSet<string> ids, int read, long total) = await WalkAsync($"/events/search?event_type={_type}&size=1000", () => Task.CompletedTask);
        Assert.Equal((Count, Count, Count), (ids.Count, read, total));
        string range = $"event_type={_type}&start_time={Start}&end_time={Start + 2_000}";
        Assert.Equal(Count, (await servers.GetJsonAsync($"/getsocial/events/count/?{range}")).GetProperty("result").GetInt64());
        HttpResponseMessage page = await servers.GetAsync($"/getsocial/events/getallevents/?{range}");
        Assert.Equal($"{Count}", page.Headers.GetValues("X-Total-Count").Single());
        Assert.Equal(10_000, JsonElement.Parse(await page.Content.ReadAsByteArrayAsync(Cancel)).GetProperty("result").GetArrayLength());
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task A_walk_gives_each_event_once_while_others_are_written(string order)
    {
        await servers.IndexAsync(Period, Enumerable.Range(0, 1_000).Select(i => Document(i, Start + (i / 50))));
        int written = 1_000;

        (HashSet<string> ids, int read, long total) = await WalkAsync($"/events/search?event_type={_type}&size=70&order={order}", async () =>
        {
            int first = written;
            written += 40;
            await servers.IndexAsync(Period, Enumerable.Range(first, 40).Select(i => Document(i, Start + (i % 25)))); // before, among and after what was shown
        });

        Assert.Equal(ids.Count, read);
        Assert.Equal(1_000, total);
        Assert.Superset(Enumerable.Range(0, 1_000).Select(i => $"{_type}-{i}").ToHashSet(), ids);
    }

    [Fact]
    public async Task Ranges_are_half_open_on_the_new_paths_and_closed_on_the_old()
    {
        await servers.IndexAsync(Period, [Document(0, Start), Document(1, Start + 1), Document(2, Start + 2)]);

        Assert.Equal(2, (await servers.GetJsonAsync($"/events/count?event_type={_type}&from={Start}&to={Start + 2}")).GetProperty("count").GetInt64());
        Assert.Equal(2, (await servers.GetJsonAsync($"/events/count?event_type={_type}&from=2016-06-10T00:00:00Z&to=2016-06-10T02:00:02%2B02:00")).GetProperty("count").GetInt64());
        Assert.Equal(3, (await servers.GetJsonAsync($"/getsocial/events/count/?event_type={_type}&start_time={Start}&end_time={Start + 2}")).GetProperty("result").GetInt64());
        Assert.Equal(1, (await servers.GetJsonAsync($"/getsocial/events/count/?event_type={_type}&start_time={Start}&end_time={Start}")).GetProperty("result").GetInt64());
        JsonElement newest = (await servers.GetJsonAsync($"/getsocial/events/getallevents/?event_type={_type}&start_time={Start}&end_time={Start + 2}")).GetProperty("result");
        Assert.Equal([Start + 2, Start + 1, Start], newest.EnumerateArray().Select(each => each.GetProperty("ts").GetInt64()));
    }

    [Fact]
    public async Task A_histogram_and_unique_users()
    {
        await servers.IndexAsync(Period, Enumerable.Range(0, 300).Select(i => Document(i, Start + (i / 10), new() { ["user_id"] = $"u{i % 17}" })));

        JsonElement answer = await servers.GetJsonAsync($"/events/count?event_type={_type}&from={Start}&to={Start + 40}&interval=10s&unique=");

        Assert.Equal("""[100,100,100,0]""", $"[{string.Join(',', answer.GetProperty("histogram").EnumerateArray().Select(bucket => bucket.GetProperty("count")))}]");
        Assert.Equal(17, answer.GetProperty("unique").GetProperty("count").GetInt64());
        Assert.Equal(300, answer.GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task Text_of_a_client_finds_itself_and_nothing_else()
    {
        string[] texts = ["*", "/.*.*.*/", "field:(a OR", "_exists_:*", "\"} , \"script\":{", "_all", "../_cluster", ";DROP TABLE events", "é", "plain", "Plain", "", "a b"];
        string[] names = ["value", "*", "a.b", "..", "_id", "script\":{"];
        await servers.IndexAsync(Period, texts.SelectMany((text, i) => names.Select((name, j) => Document((i * 100) + j, Start, new() { [name] = text }))));

        foreach (string text in texts)
        {
            foreach (string name in names)
            {
                string query = $"/events/search?event_type={_type}&param.{Uri.EscapeDataString(name)}={Uri.EscapeDataString(text)}";
                JsonElement found = await servers.GetJsonAsync(query);
                Assert.True(found.GetProperty("total").GetInt64() == 1, $"{query}: {found.GetRawText()}");
                Assert.Equal(text, found.GetProperty("events")[0].GetProperty("params").GetProperty(name).GetString());
            }
        }
    }

    [Fact]
    public async Task The_lag_is_told_until_the_index_has_everything()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await servers.PostAsync($$"""{"event_type":"{{_type}}","ts":{{Start}}}""")).StatusCode);
        await Eventually.HoldsAsync(async () => await LagAsync() > 0, "the event is known to be missing");

        using (TopicOffsets offsets = new(servers.Engine.Addresses.Kafka))
        {
            TopicRecord[] records = [.. new TopicReader(servers.Engine.Addresses.Kafka).Read([Topics.AppEvents], Cancel)];
            IEnumerable<TopicRecord> last = records.GroupBy(record => record.Partition).Select(partition => partition.MaxBy(record => record.Offset));
            await servers.IndexAsync(Period, last.Select(record => new { id = $"{_type}-{record.Partition}", ts = Start, event_type = _type, @params = new { }, partition = record.Partition, offset = record.Offset }));
        }

        await Eventually.HoldsAsync(async () => await LagAsync() == 0, "nothing is missing");
        Assert.True((await servers.GetJsonAsync("/events/count")).GetProperty("complete").GetBoolean());

        async Task<long?> LagAsync()
        {
            JsonElement lag = (await servers.GetJsonAsync("/events/count")).GetProperty("freshness").GetProperty("lag_records");
            return lag.ValueKind is JsonValueKind.Null ? null : lag.GetInt64();
        }
    }

    [Fact]
    public async Task Without_the_index_there_is_no_answer_and_afterwards_the_same_as_before()
    {
        await servers.IndexAsync(Period, [Document(0, Start)]);
        await servers.Engine.KillAsync(ServerSet.Elasticsearch);
        string legacy = $"/getsocial/events/count/?event_type={_type}&start_time={Start}&end_time={Start}";
        foreach (string path in (string[])["/events/count", "/events/search", "/matches", legacy, "/health/ready"])
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await servers.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Accepted, (await servers.PostAsync("""{"event_type":"a","ts":1}""")).StatusCode);
        await servers.Engine.StartAgainAsync(ServerSet.Elasticsearch, Cancel);
        await Eventually.HoldsAsync(async () => (await servers.GetAsync(legacy)).StatusCode == HttpStatusCode.OK, "counts are answered again");
        Assert.Equal(1, (await servers.GetJsonAsync(legacy)).GetProperty("result").GetInt64());
    }

    private object Document(int i, long ts, Dictionary<string, string>? details = null) =>
        new { id = $"{_type}-{i}", ts, event_type = _type, @params = details ?? [] };

    private async Task<(HashSet<string> Ids, int Read, long Total)> WalkAsync(string query, Func<Task> between)
    {
        HashSet<string> ids = [];
        int read = 0;
        JsonElement page = await servers.GetJsonAsync(query);
        long total = page.GetProperty("total").GetInt64();
        while (true)
        {
            foreach (JsonElement each in page.GetProperty("events").EnumerateArray())
            {
                ids.Add(each.GetProperty("id").GetString()!);
                read++;
            }

            if (page.GetProperty("next").GetString() is not { } next)
            {
                return (ids, read, total);
            }

            await between();
            page = await servers.GetJsonAsync($"{query}&cursor={next}");
        }
    }
}
