using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpecialDelivery.Core.Events;

namespace UnitTests.Api;

/// <summary>Health, measurements, description, matches.</summary>
public sealed partial class ServiceTests : IAsyncLifetime
{
    private ApiHost _api = null!;

    public async ValueTask InitializeAsync() => _api = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Measurements_are_Prometheus_text()
    {
        await _api.PostAsync("""[{"event_type":"a","ts":1},{}]""");
        await _api.GetAsync("/nothing");

        HttpResponseMessage answer = await _api.GetAsync("/metrics");
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(Line(), line));
        Assert.Contains("app_events_accepted_total 1\n", text, StringComparison.Ordinal);
        Assert.Contains("app_events_rejected_total{reason=\"schema\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n", text, StringComparison.Ordinal);
        Assert.Matches("http_server_request_duration_seconds_bucket\\{[^}]*http_route=\"/events/?\"[^}]*le=\"0\\.005\"\\}", text);
    }

    [Fact]
    public async Task Health_tells_which_server_is_away()
    {
        _api.Elasticsearch.Answer("{}");
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/health/ready")).StatusCode);

        _api.Elasticsearch.Fail();
        _api.Answers.IsAway = true;
        _api.Events.IsBusy = true;
        HttpResponseMessage ready = await _api.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"kafka":"down","redis":"down","elasticsearch":"down"}""", (await ApiHost.JsonAsync(ready)).GetProperty("servers").GetRawText());
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/health/startup")).StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_path_and_its_outcomes()
    {
        JsonElement paths = (await ApiHost.JsonAsync(await _api.GetAsync("/openapi/v1.json"))).GetProperty("paths");

        Assert.Equal(
            ["/events", "/events/count", "/events/search", "/getsocial/events/count", "/getsocial/events/getallevents", "/health/live", "/health/ready", "/health/startup", "/matches", "/matches/{package}", "/metrics"],
            paths.EnumerateObject().Select(path => path.Name.TrimEnd('/')).Order(StringComparer.Ordinal));
        string[] outcomes = [.. paths.GetProperty("/events").GetProperty("post").GetProperty("responses").EnumerateObject().Select(response => response.Name)];
        Assert.Superset(new HashSet<string> { "202", "400", "401", "403", "409", "413", "415", "422", "429", "503" }, outcomes.ToHashSet());
        Assert.Superset(
            new HashSet<string> { "event_type", "from", "to", "interval", "unique" },
            paths.GetProperty("/events/count").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!).ToHashSet());
    }

    [Theory]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/docs.js", "text/javascript")]
    [InlineData("/docs/docs.css", "text/css")]
    public async Task The_page_loads_nothing_from_elsewhere(string path, string type)
    {
        HttpResponseMessage answer = await _api.GetAsync(path);

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("://", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matches_come_newest_first_and_by_package()
    {
        MatchEvent match = new("p1", "t1", 1.5, 2.5, 4, 3, 1, 7, 1_700_000_000_000, 12);
        string source = JsonSerializer.Serialize(match, EventJson.Default.MatchEvent);
        string found = $$$"""{"timed_out":false,"_shards":{"failed":0},"hits":{"total":{"value":1},"hits":[{"_source":{{{source}}}}]}}""";
        _api.Elasticsearch.Answer(found).Answer(found).Answer("""{"timed_out":false,"_shards":{"failed":0},"hits":{"total":{"value":0},"hits":[]}}""");

        Assert.Equal($$"""{"total":1,"matches":[{{source}}],"complete":true}""", (await ApiHost.JsonAsync(await _api.GetAsync("/matches?limit=1"))).GetRawText());
        Assert.Equal(source, (await ApiHost.JsonAsync(await _api.GetAsync("/matches/p1"))).GetRawText());
        await ApiAssert.ProblemAsync(await _api.GetAsync("/matches/p2"), HttpStatusCode.NotFound, "not-found");
        await ApiAssert.ProblemAsync(await _api.GetAsync("/matches?limit=0"), HttpStatusCode.BadRequest, "invalid-query");
        await ApiAssert.ProblemAsync(await _api.GetAsync("/matches/a%20b"), HttpStatusCode.BadRequest, "invalid-query");
    }

    [GeneratedRegex("""^(# (HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* .+|[a-zA-Z_:][a-zA-Z0-9_:]*(\{[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*")*\})? [-+0-9.eEInfNa]+)$""")]
    private static partial Regex Line();
}
