using System.Text.Json;

namespace UnitTests.Api;

public sealed class DroppedEventsTests : IAsyncLifetime
{
    private ApiHost _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await ApiHost.StartAsync();
        _api.Freshness.Set(0, 0, keptSince: 1_000);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Of_events_dropped_for_their_age_the_windows_are_counted()
    {
        _api.Elasticsearch.Answer("""{"count":7,"_shards":{"failed":0}}""").Answer("""{"timed_out":false,"_shards":{"failed":0},"aggregations":{"counted":{"value":30.0}}}""");

        JsonElement answer = await ApiHost.JsonAsync(await _api.GetAsync("/events/count?event_type=a&from=100&to=2000"));

        Assert.Equal((37, false), (answer.GetProperty("count").GetInt64(), answer.GetProperty("complete").GetBoolean()));
        Assert.StartsWith("Events before 1970-01-01T00:16:40Z are counted by whole windows", answer.GetProperty("incomplete_because")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("""{"ts":{"format":"epoch_second","gte":1000,"lt":2000}}""", _api.Elasticsearch.Requests[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("/events_aggregation/", _api.Elasticsearch.Requests[1].Path, StringComparison.Ordinal);
        Assert.Contains("""{"event_type":"a"}""", _api.Elasticsearch.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("""{"window_start_time":{"format":"epoch_second","gte":100,"lt":1000}}""", _api.Elasticsearch.Requests[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count?param.a=b", """{"count":7,"_shards":{"failed":0}}""")]
    [InlineData("count?unique=", """{"timed_out":false,"_shards":{"failed":0},"hits":{"total":{"value":5},"hits":[]},"aggregations":{"unique":{"value":4}}}""")]
    [InlineData("search?from=999", null)]
    public async Task An_answer_that_needs_events_dropped_for_their_age_says_so(string query, string? found)
    {
        _api.Elasticsearch.Answer(found ?? FirstPage.Of(0, """{"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[]} }"""));

        JsonElement answer = await ApiHost.JsonAsync(await _api.GetAsync("/events/" + query));

        Assert.False(answer.GetProperty("complete").GetBoolean());
        Assert.Equal("Events before 1970-01-01T00:16:40Z are left out: only the files keep them.", Assert.Single(answer.GetProperty("incomplete_because").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_range_that_begins_after_what_was_dropped_is_complete()
    {
        _api.Elasticsearch.Answer("""{"count":7,"_shards":{"failed":0}}""");

        JsonElement answer = await ApiHost.JsonAsync(await _api.GetAsync("/events/count?from=1000"));

        Assert.Equal((7, true), (answer.GetProperty("count").GetInt64(), answer.GetProperty("complete").GetBoolean()));
    }
}
