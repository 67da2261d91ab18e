using System.Net;
using System.Text;
using SpecialDelivery.Platform.Elasticsearch;

namespace UnitTests.Platform;

public sealed class BulkIndexerTests : IDisposable
{
    private const string Ok = """{"index":{"status":201}}""";
    private const string Busy = """{"index":{"status":429,"error":{"type":"es_rejected_execution_exception","reason":"queue full"}}}""";
    private const string Bad = """{"index":{"status":400,"error":{"type":"mapper_parsing_exception","reason":"failed to parse field [space]"}}}""";

    private readonly FakeElasticsearch _server = new();
    private readonly InstantTime _time = new();
    private readonly ElasticsearchClient _client;

    public BulkIndexerTests() => _client = new ElasticsearchClient("es:9200", new RetryPolicy { Attempts = 3 }, _server, _time);

    [Fact]
    public async Task All_taken_needs_one_request()
    {
        _server.Answer("""{"errors":false}""");
        BulkResult result = await IndexAsync("a", "b");
        Assert.Equal(2, result.Done);
        Assert.Empty(result.Failures);
        Assert.StartsWith("/matches/_bulk?", Assert.Single(_server.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_items_the_server_was_too_busy_for_are_sent_again()
    {
        _server.Answer(Items(Ok, Busy, Ok)).Answer(Items(Busy)).Answer("""{"errors":false}""");
        BulkResult result = await IndexAsync("a", "b", "c");
        Assert.Equal(3, result.Done);
        Assert.Equal(["a,b,c", "b", "b"], _server.Requests.Select(request => Ids(request.Body)));
        Assert.Equal(2, _time.Pauses.Count);
        Assert.All(_time.Pauses, pause => Assert.True(pause > TimeSpan.Zero));
    }

    [Fact]
    public async Task Items_refused_for_good_come_back_with_their_reason_and_the_rest_is_indexed()
    {
        _server.Answer(Items(Bad, Busy, Ok)).Answer("""{"errors":false}""");
        BulkResult result = await IndexAsync("a", "b", "c");
        BulkFailure failure = Assert.Single(result.Failures);
        Assert.Equal(("a", 400, "mapper_parsing_exception: failed to parse field [space]"), (failure.Item.Id, failure.Status, failure.Reason));
        Assert.Equal(2, result.Done);
        Assert.Equal("b", Ids(_server.Requests[1].Body));
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_an_error_and_not_a_loss()
    {
        _server.Answer(Items(Busy)).Answer(Items(Busy)).Answer(Items(Busy));
        ElasticsearchException fault = await Assert.ThrowsAsync<ElasticsearchException>(() => IndexAsync("a"));
        Assert.True(fault.IsPassing);
        Assert.Contains("queue full", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_id_only_the_last_document_is_sent()
    {
        _server.Answer("""{"errors":false}""");
        BulkResult result = await new BulkIndexer(_client).IndexAsync(
            "matches", [new("a", "{\"v\":1}"u8.ToArray()), new("b", "{}"u8.ToArray()), new("a", "{\"v\":2}"u8.ToArray())], TestContext.Current.CancellationToken);
        Assert.Equal(2, result.Done);
        Assert.DoesNotContain("\"v\":1", _server.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_another_length_is_no_success()
    {
        _server.Answer(Items(Bad));
        await Assert.ThrowsAsync<FormatException>(() => IndexAsync("a", "b"));
    }

    [Fact]
    public async Task Nothing_to_do_asks_nothing()
    {
        Assert.Equal(0, (await IndexAsync()).Done);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Large_bulks_are_split()
    {
        _server.Answer("""{"errors":false}""").Answer("""{"errors":false}""");
        Assert.Equal(2_001, (await IndexAsync([.. Enumerable.Range(0, 2_001).Select(i => $"p{i}")])).Done);
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task An_item_that_spoils_its_whole_request_is_found_and_the_others_get_in()
    {
        const string Refused = """{"error":"id must not be empty"}""";
        _server.Answer(Refused, HttpStatusCode.BadRequest).Answer("""{"errors":false}""")
            .Answer(Refused, HttpStatusCode.BadRequest).Answer("""{"errors":false}""").Answer(Refused, HttpStatusCode.BadRequest);
        BulkResult result = await IndexAsync("a", "b", "c", "");
        Assert.Equal(["a,b,c,", "a,b", "c,", "c", ""], _server.Requests.Select(request => Ids(request.Body)));
        Assert.Equal("", Assert.Single(result.Failures).Item.Id);
        Assert.Equal(3, result.Done);
    }

    [Fact]
    public async Task A_refused_request_is_not_repeated()
    {
        _server.Answer("""{"error":"no such index"}""", HttpStatusCode.NotFound);
        ElasticsearchException fault = await Assert.ThrowsAsync<ElasticsearchException>(() => IndexAsync("a"));
        Assert.False(fault.IsPassing);
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private static string Items(params string[] items) => $$"""{"errors":true,"items":[{{string.Join(',', items)}}]}""";

    private static string Ids(string body) =>
        string.Join(',', body.Split('\n').Where(line => line.Contains("_id", StringComparison.Ordinal)).Select(line => line.Split('"')[5]));

    private Task<BulkResult> IndexAsync(params string[] ids) =>
        new BulkIndexer(_client).IndexAsync("matches", ids.Select(id => new BulkItem(id, Encoding.UTF8.GetBytes("{}"))), TestContext.Current.CancellationToken);
}
