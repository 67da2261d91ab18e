using System.Net;
using SpecialDelivery.Platform.Elasticsearch;

namespace UnitTests.Platform;

public sealed class ElasticsearchClientTests : IDisposable
{
    private readonly FakeElasticsearch _server = new();
    private readonly InstantTime _time = new();
    private readonly ElasticsearchClient _client;

    public ElasticsearchClientTests() => _client = new ElasticsearchClient("es:9200", new RetryPolicy { Attempts = 3 }, _server, _time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_comes_back_is_asked_again()
    {
        _server.Fail().Answer("busy", HttpStatusCode.ServiceUnavailable).Answer("""{"count":7,"_shards":{"failed":0}}""");
        Assert.Equal(7, await _client.CountAsync("matches", null, Cancel));
        Assert.Equal(2, _time.Pauses.Count);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_named_after_the_last_attempt()
    {
        _server.Fail().Fail().Fail();
        ElasticsearchException fault = await Assert.ThrowsAsync<ElasticsearchException>(() => _client.CountAsync("matches", null, Cancel));
        Assert.Equal(3, _server.Requests.Count);
        Assert.True(fault.IsPassing);
        Assert.Contains("http://es:9200/ did not answer POST matches/_count", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_with_a_failed_shard_is_no_count()
    {
        _server.Answer("""{"count":7,"_shards":{"failed":1}}""");
        await Assert.ThrowsAsync<ElasticsearchException>(() => _client.CountAsync("matches", null, Cancel));
    }

    [Fact]
    public async Task A_query_is_sent_as_data()
    {
        _server.Answer("""{"count":0,"_shards":{"failed":0}}""");
        await _client.CountAsync("matches", new { term = new { trip = "\"} , \"script\":{" } }, Cancel);
        Assert.Equal("""{"query":{"term":{"trip":"\u0022} , \u0022script\u0022:{"}}}""", _server.Requests[0].Body);
    }

    [Theory]
    [InlineData("false", 0, true)]
    [InlineData("true", 0, false)]
    [InlineData("false", 1, false)]
    public async Task A_search_says_whether_it_is_complete(string timedOut, int failedShards, bool complete)
    {
        _server.Answer($$$"""
            {"timed_out":{{{timedOut}}},"_shards":{"failed":{{{failedShards}}}},"hits":{"total":{"value":12000},"hits":[{"_id":"p1","_source":{"package":"p1"}}]}}
            """);
        SearchResult result = await _client.SearchAsync("matches", new { size = 1 }, Cancel);
        Assert.Equal(complete, result.IsComplete);
        Assert.Equal(12_000, result.Total);
        Assert.Equal("p1", Assert.Single(result.Sources).GetProperty("package").GetString());
        Assert.Contains("track_total_hits=true", _server.Requests[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_is_there_stays_as_it_is()
    {
        _server.Answer("");
        Assert.False(await _client.EnsureIndexAsync("matches", "{}", Cancel));
        Assert.Equal(HttpMethod.Head, Assert.Single(_server.Requests).Method);
    }

    [Fact]
    public async Task Two_that_create_an_index_at_once_both_succeed()
    {
        _server.Answer("", HttpStatusCode.NotFound).Answer("""{"error":{"type":"resource_already_exists_exception"}}""", HttpStatusCode.BadRequest);
        Assert.False(await _client.EnsureIndexAsync("matches", "{}", Cancel));
    }

    [Fact]
    public async Task A_missing_index_is_created_with_its_definition()
    {
        _server.Answer("", HttpStatusCode.NotFound).Answer("{}");
        Assert.True(await _client.EnsureIndexAsync("matches", IndexDefinitions.Matches, Cancel));
        Assert.Equal((HttpMethod.Put, "/matches", IndexDefinitions.Matches), _server.Requests[1]);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }
}
