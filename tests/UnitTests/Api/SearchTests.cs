using System.Net;
using System.Text.Json;

namespace UnitTests.Api;

public sealed class SearchTests : IAsyncLifetime
{
    private const string NoCount = """{"count":0,"_shards":{"failed":0}}""";

    private ApiHost _api = null!;

    public async ValueTask InitializeAsync() => _api = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("from=2&to=1")]
    [InlineData("from=1&to=1")]
    [InlineData("from=-1")]
    [InlineData("from=1e9")]
    [InlineData("from=253402300801")]
    [InlineData("from=1465583533000")]
    [InlineData("from=2016-06-10T18:32:13")]
    [InlineData("from=2016-06-10")]
    [InlineData("from=2016-02-30T00:00:00Z")]
    [InlineData("from=2016-12-31T23:59:60Z")]
    [InlineData("from=10000-01-01T00:00:00Z")]
    [InlineData("from=")]
    [InlineData("from=1&from=1")]
    [InlineData("event_type=a&event_type=b")]
    [InlineData("event_type=")]
    [InlineData("event_type=a%00b")]
    [InlineData("event_type=%zz")]
    [InlineData("event_type=%")]
    [InlineData("event_type=%ff")]
    [InlineData("unknown=1")]
    [InlineData("EVENT_TYPE=a")]
    [InlineData("sort=ts")]
    [InlineData("param.=x")]
    [InlineData("param.a%0Ab=x")]
    public async Task A_bad_filter_is_refused_by_both(string query)
    {
        await ApiAssert.ProblemAsync(await _api.GetAsync("/events/count?" + query), HttpStatusCode.BadRequest, "invalid-query");
        await ApiAssert.ProblemAsync(await _api.GetAsync("/events/search?" + query), HttpStatusCode.BadRequest, "invalid-query");
        Assert.Empty(_api.Elasticsearch.Requests);
    }

    [Theory]
    [InlineData("search?size=0")]
    [InlineData("search?size=-1")]
    [InlineData("search?size=10001")]
    [InlineData("search?size=1.0")]
    [InlineData("search?order=random")]
    [InlineData("search?interval=1h")]
    [InlineData("count?interval=1h")]
    [InlineData("count?interval=0s&from=1&to=2")]
    [InlineData("count?interval=1w&from=1&to=2")]
    [InlineData("count?interval=s&from=1&to=2")]
    [InlineData("count?interval=-1s&from=1&to=2")]
    [InlineData("count?interval=99999999999d&from=1&to=2")]
    [InlineData("count?interval=1s&from=0&to=20000")]
    [InlineData("count?size=1")]
    [InlineData("count?unique=%0A")]
    public async Task A_bad_parameter_of_one_is_refused(string path)
    {
        await ApiAssert.ProblemAsync(await _api.GetAsync("/events/" + path), HttpStatusCode.BadRequest, "invalid-query");
        Assert.Empty(_api.Elasticsearch.Requests);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        JsonElement problem = await ApiHost.JsonAsync(await _api.GetAsync("/events/search?from=x&to=y&event_type=a%20b&size=0&bad=1"));

        Assert.Equal(["from", "to", "event_type", "size", "bad"], problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("parameter").GetString()));
    }

    [Theory]
    [InlineData("from=1465583533")]
    [InlineData("from=2016-06-10T18:32:13Z")]
    [InlineData("from=2016-06-10T18:32:12.5Z")]
    [InlineData("from=2016-06-10T20:32:13%2B02:00")]
    [InlineData("from=2016-06-10T20:32:13+02:00")]
    [InlineData("from=2016-06-11T08:32:13%2B14:00")]
    public async Task Times_are_read_in_both_forms(string query)
    {
        _api.Elasticsearch.Answer(NoCount);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/events/count?" + query)).StatusCode);
        Assert.Contains("\"gte\":1465583533}", _api.Elasticsearch.Requests.Single().Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("/.*.*.*/")]
    [InlineData("field:(a OR")]
    [InlineData("_exists_:*")]
    [InlineData("\"} , \"script\":{")]
    [InlineData("_all")]
    [InlineData("../_cluster")]
    [InlineData(";DROP TABLE events")]
    [InlineData("")]
    [InlineData("\r\n")]
    public async Task Text_of_a_client_is_data(string text)
    {
        _api.Elasticsearch.Answer(NoCount);
        string escaped = Uri.EscapeDataString(text);

        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/events/count?param.platform={escaped}")).StatusCode);

        (HttpMethod method, string path, string body) = _api.Elasticsearch.Requests.Single();
        Assert.Equal((HttpMethod.Post, "/events/_count"), (method, path));
        JsonElement query = JsonElement.Parse(body);
        Assert.Equal(["query"], query.EnumerateObject().Select(member => member.Name));
        JsonElement filter = Assert.Single(query.GetProperty("query").GetProperty("bool").GetProperty("filter").EnumerateArray());
        Assert.Equal(text, filter.GetProperty("term").GetProperty("params.platform").GetString());
    }

    [Theory]
    [InlineData("*")]
    [InlineData("a\"},\"script\":{\"b")]
    [InlineData("../_cluster")]
    public async Task A_name_of_a_client_is_data(string name)
    {
        _api.Elasticsearch.Answer(NoCount);

        await _api.GetAsync($"/events/count?param.{Uri.EscapeDataString(name)}=x");

        (HttpMethod _, string path, string body) = _api.Elasticsearch.Requests.Single();
        Assert.Equal("/events/_count", path);
        JsonElement filter = JsonElement.Parse(body).GetProperty("query").GetProperty("bool").GetProperty("filter")[0];
        Assert.Equal("x", filter.GetProperty("term").GetProperty("params." + name).GetString());
    }

    [Fact]
    public async Task Five_thousand_filters_are_too_many()
    {
        string query = string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"param.a{i}=x"));

        await ApiAssert.ProblemAsync(await _api.GetAsync("/events/count?" + query), HttpStatusCode.BadRequest, "invalid-query");
        Assert.Empty(_api.Elasticsearch.Requests);
    }

    [Fact]
    public async Task A_count_says_whether_it_is_complete()
    {
        JsonElement fresh = await CountAsync();
        Assert.Equal((7, true), (fresh.GetProperty("count").GetInt64(), fresh.GetProperty("complete").GetBoolean()));
        Assert.Equal(0, fresh.GetProperty("freshness").GetProperty("lag_seconds").GetDouble());

        _api.Freshness.Set(3, 29);
        Assert.True((await CountAsync()).GetProperty("complete").GetBoolean());
        _api.Freshness.Set(3, 31);
        Assert.False((await CountAsync()).GetProperty("complete").GetBoolean());
        _api.Freshness.Set(0, 0);
        _api.Time.Now += TimeSpan.FromMinutes(1);
        JsonElement unknown = await CountAsync();
        Assert.False(unknown.GetProperty("complete").GetBoolean());
        Assert.Equal(JsonValueKind.Null, unknown.GetProperty("freshness").GetProperty("lag_records").ValueKind);

        async Task<JsonElement> CountAsync()
        {
            _api.Elasticsearch.Answer("""{"count":7,"_shards":{"failed":0}}""");
            return await ApiHost.JsonAsync(await _api.GetAsync("/events/count"));
        }
    }

    [Fact]
    public async Task A_histogram_has_every_interval_and_unique_values_their_count()
    {
        _api.Elasticsearch.Answer(
            """
            {"timed_out":false,"_shards":{"failed":0},"hits":{"total":{"value":5},"hits":[]},
             "aggregations":{"histogram":{"buckets":[{"key":10000,"doc_count":2},{"key":30000,"doc_count":3}]},"unique":{"value":4}}}
            """);

        JsonElement answer = await ApiHost.JsonAsync(await _api.GetAsync("/events/count?from=15&to=41&interval=10s&unique="));

        Assert.Equal(5, answer.GetProperty("count").GetInt64());
        Assert.Equal("""{"param":"user_id","count":4,"estimated":false}""", answer.GetProperty("unique").GetRawText());
        Assert.Equal("""[{"start":10,"count":2},{"start":20,"count":0},{"start":30,"count":3},{"start":40,"count":0}]""", answer.GetProperty("histogram").GetRawText());
    }

    [Theory]
    [InlineData("true", 0)]
    [InlineData("false", 1)]
    public async Task A_page_of_a_part_of_the_index_says_so(string timedOut, int failed)
    {
        _api.Elasticsearch.Answer(FirstPage.Of(0, $$"""{"timed_out":{{timedOut}},"_shards":{"failed":{{failed}}},"hits":{"hits":[]} }"""));

        JsonElement answer = await ApiHost.JsonAsync(await _api.GetAsync("/events/search"));

        Assert.False(answer.GetProperty("complete").GetBoolean());
        Assert.Single(answer.GetProperty("incomplete_because").EnumerateArray());
    }

    [Theory]
    [InlineData("/events/count")]
    [InlineData("/events/search")]
    [InlineData("/events/count?from=1&to=2&interval=1s")]
    [InlineData("/matches")]
    [InlineData("/matches/p1")]
    public async Task Without_the_index_there_is_no_answer_rather_than_a_wrong_one(string path)
    {
        _api.Elasticsearch.Fail().Fail();
        await ApiAssert.ProblemAsync(await _api.GetAsync(path), HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Fact]
    public async Task A_count_with_a_failed_shard_is_no_count()
    {
        _api.Elasticsearch.Answer("""{"count":7,"_shards":{"failed":1}}""");
        await ApiAssert.ProblemAsync(await _api.GetAsync("/events/count"), HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Fact]
    public async Task A_walk_freezes_the_index_from_its_second_page_on_and_lets_go_at_its_end()
    {
        _api.Elasticsearch.Answer(FirstPage.Of(3, Page(null, 3, 2)));
        JsonElement first = await ApiHost.JsonAsync(await _api.GetAsync("/events/search?size=2&event_type=a"));
        Assert.Equal((3, 2), (first.GetProperty("total").GetInt64(), first.GetProperty("events").GetArrayLength()));

        _api.Elasticsearch.Answer("""{"id":"frozen"}""").Answer(Page("frozen", 1)).Answer("""{"succeeded":true}""");
        JsonElement second = await ApiHost.JsonAsync(await _api.GetAsync($"/events/search?size=2&event_type=a&cursor={first.GetProperty("next")}"));

        Assert.Equal((3, 1), (second.GetProperty("total").GetInt64(), second.GetProperty("events").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(["/events/_pit?keep_alive=120s", "/_search?track_total_hits=false", "/_pit"], _api.Elasticsearch.Requests.Skip(1).Select(request => request.Path));
        Assert.Contains("\"search_after\":[2000,\"a2\"]", _api.Elasticsearch.Requests[2].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_query_and_to_its_time_and_is_not_to_be_edited()
    {
        _api.Elasticsearch.Answer(FirstPage.Of(3, Page(null, 3, 2)));
        string cursor = (await ApiHost.JsonAsync(await _api.GetAsync("/events/search?size=2"))).GetProperty("next").GetString()!;
        string edited = (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..];

        foreach (string bad in (string[])[$"size=2&event_type=a&cursor={cursor}", $"size=2&order=oldest&cursor={cursor}", $"size=2&cursor={edited}", $"cursor={cursor}x", "cursor=x", "cursor=", "cursor=.", "cursor=AA.AA"])
        {
            await ApiAssert.ProblemAsync(await _api.GetAsync("/events/search?" + bad), HttpStatusCode.BadRequest, "invalid-cursor");
        }

        _api.Time.Now += TimeSpan.FromMinutes(3);
        await ApiAssert.ProblemAsync(await _api.GetAsync($"/events/search?size=2&cursor={cursor}"), HttpStatusCode.Gone, "cursor-expired");
    }

    [Fact]
    public async Task A_frozen_state_that_is_gone_is_an_expired_cursor()
    {
        _api.Elasticsearch.Answer(FirstPage.Of(3, Page(null, 3, 2)));
        JsonElement first = await ApiHost.JsonAsync(await _api.GetAsync("/events/search?size=2"));
        _api.Elasticsearch.Answer("""{"id":"frozen"}""").Answer("""{"error":"search_context_missing_exception"}""", HttpStatusCode.NotFound);

        await ApiAssert.ProblemAsync(await _api.GetAsync($"/events/search?size=2&cursor={first.GetProperty("next")}"), HttpStatusCode.Gone, "cursor-expired");
    }

    [Fact]
    public async Task Before_the_first_period_there_is_nothing_and_it_is_said_so()
    {
        _api.Elasticsearch.Answer("""{"responses":[{"status":404,"error":{"type":"index_not_found_exception"}},{"status":404,"error":{"type":"index_not_found_exception"}}]}""");

        JsonElement answer = await ApiHost.JsonAsync(await _api.GetAsync("/events/search"));

        Assert.Equal((0, false), (answer.GetProperty("total").GetInt64(), answer.GetProperty("complete").GetBoolean()));
    }

    private static string Page(string? pit, params int[] seconds)
    {
        string hits = string.Join(',', seconds.Select(s => $$"""{"_source":{"id":"a{{s}}","ts":{{s}},"event_type":"a","params":{} },"sort":[{{s}}000,"a{{s}}"]}"""));
        return $$"""{{{(pit is null ? "" : $"\"pit_id\":\"{pit}\",")}}"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[{{hits}}]} }""";
    }
}
