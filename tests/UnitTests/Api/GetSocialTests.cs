using System.Net;
using UnitTests.Architecture;

namespace UnitTests.Api;

/// <summary>The old paths against golden files, byte for byte.</summary>
public sealed class GetSocialTests : IAsyncLifetime
{
    private const string Range = "start_time=1465484030&end_time=1465583533";

    private ApiHost _api = null!;

    public async ValueTask InitializeAsync() => _api = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_count()
    {
        _api.Elasticsearch.Answer("""{"count":185,"_shards":{"failed":0}}""");

        await AssertGoldenAsync("getsocial-count.json", HttpStatusCode.OK, $"count/?event_type=session_start&{Range}");
        Assert.Equal(
            """{"query":{"bool":{"filter":[{"term":{"event_type":"session_start"}},{"range":{"ts":{"format":"epoch_second","gte":1465484030,"lt":1465583534}}}]}}}""",
            _api.Elasticsearch.Requests.Single().Body);
    }

    [Fact]
    public async Task A_path_without_its_last_slash_is_the_same()
    {
        _api.Elasticsearch.Answer("""{"count":185,"_shards":{"failed":0}}""");
        await AssertGoldenAsync("getsocial-count.json", HttpStatusCode.OK, $"count?event_type=session_start&{Range}");
    }

    [Fact]
    public async Task One_second_is_a_range()
    {
        _api.Elasticsearch.Answer("""{"count":185,"_shards":{"failed":0}}""");
        await AssertGoldenAsync("getsocial-count.json", HttpStatusCode.OK, "count/?event_type=session_start&start_time=1465484030&end_time=1465484030");
    }

    [Fact]
    public async Task All_events()
    {
        _api.Elasticsearch.Answer(FirstPage.Of(2,
            """
            {"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[
              {"_id":"x","_source":{"ts":1465583533,"params":{"Location service status":"enabled","platform":"iOS é"},"id":"session_start1465583533","event_type":"session_start"},"sort":[1465583533000,"session_start1465583533"]},
              {"_id":"y","_source":{"id":"session_end1465484030","ts":1465484030,"event_type":"session_end","params":{"duration":5.50,"ok":true,"left":null}},"sort":[1465484030000,"session_end1465484030"]}]}}
            """));

        HttpResponseMessage answer = await AssertGoldenAsync("getsocial-getallevents.json", HttpStatusCode.OK, $"getallevents/?{Range}");
        Assert.Equal(["2"], answer.Headers.GetValues("X-Total-Count"));
        Assert.Equal(["true"], answer.Headers.GetValues("X-Complete"));
        Assert.False(answer.Headers.Contains("X-Next-Cursor"));
    }

    [Theory]
    [InlineData("getsocial-missing.json", "count/")]
    [InlineData("getsocial-missing.json", "count/?event_type=&start_time=&end_time=", "event_type has 0 characters: an event type is 1 to 64 letters, digits, '_', '.' and '-'; start_time must be a whole number in 0..253402300799; end_time must be a whole number in 0..253402300799")]
    [InlineData("getsocial-not-numeric.json", "count/?event_type=a&start_time=yesterday&end_time=1e9")]
    [InlineData("getsocial-backwards.json", "count/?event_type=a&start_time=2&end_time=1")]
    [InlineData("getsocial-backwards.json", "getallevents/?start_time=2&end_time=1")]
    [InlineData("getsocial-repeated.json", "count/?event_type=a&start_time=1&end_time=2&end_time=3")]
    [InlineData("getsocial-unknown.json", "count/?event_type=a&start_time=1&end_time=2&limit=3")]
    public async Task A_bad_query(string golden, string path, string? reason = null)
    {
        if (reason is null)
        {
            await AssertGoldenAsync(golden, HttpStatusCode.BadRequest, path);
        }
        else
        {
            HttpResponseMessage answer = await _api.GetAsync("/getsocial/events/" + path);
            Assert.Equal(reason, (await ApiHost.JsonAsync(answer)).GetProperty("reason").GetString());
        }
    }

    [Fact]
    public async Task A_silent_index()
    {
        _api.Elasticsearch.Fail();
        HttpResponseMessage answer = await AssertGoldenAsync("getsocial-index-away.json", HttpStatusCode.ServiceUnavailable, $"count/?event_type=a&{Range}");
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    private async Task<HttpResponseMessage> AssertGoldenAsync(string golden, HttpStatusCode status, string path)
    {
        HttpResponseMessage answer = await _api.GetAsync("/getsocial/events/" + path);
        string found = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(Repository.PathTo("tests", "golden", golden), TestContext.Current.CancellationToken), found);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return answer;
    }
}
