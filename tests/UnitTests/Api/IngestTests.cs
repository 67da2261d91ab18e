using System.Net;
using System.Text;
using System.Text.Json;

namespace UnitTests.Api;

public sealed class IngestTests : IAsyncLifetime
{
    private const string Good = """{"event_type":"session_start","ts":1465583533,"params":{"user_id":"u1"}}""";

    private ApiHost _api = null!;

    public async ValueTask InitializeAsync() => _api = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task One_event_is_stored_as_it_was_sent_with_the_time_it_came()
    {
        HttpResponseMessage answer = await _api.PostAsync(Good);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal([Good], _api.Events.Events);
        Assert.Equal(SetTime.Start, _api.Events.ReceivedAt);
        Assert.Equal("""{"accepted":1,"rejected":0,"results":[{"position":0,"status":"accepted"}]}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("application/json", """[{"event_type":"a","ts":1} , {"event_type":"b","ts":-1}, 7, {"event_type":"c","ts":3}]""")]
    [InlineData("application/x-ndjson", "{\"event_type\":\"a\",\"ts\":1}\r\n\r\n{\"event_type\":\"b\",\"ts\":-1}\n7\n \t\n{\"event_type\":\"c\",\"ts\":3}")]
    [InlineData("application/x-ndjson; charset=UTF-8", "{\"event_type\":\"a\",\"ts\":1}\n{\"event_type\":\"b\",\"ts\":-1}\n7\n{\"event_type\":\"c\",\"ts\":3}\n")]
    public async Task A_batch_gets_a_result_per_event(string type, string body)
    {
        HttpResponseMessage answer = await _api.PostAsync(body, type);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        JsonElement told = await ApiHost.JsonAsync(answer);
        Assert.Equal((2, 2), (told.GetProperty("accepted").GetInt32(), told.GetProperty("rejected").GetInt32()));
        JsonElement[] results = [.. told.GetProperty("results").EnumerateArray()];
        Assert.Equal(["accepted", "rejected", "rejected", "accepted"], results.Select(result => result.GetProperty("status").GetString()));
        Assert.Equal([0, 1, 2, 3], results.Select(result => result.GetProperty("position").GetInt32()));
        Assert.Equal("/ts", results[1].GetProperty("errors")[0].GetProperty("pointer").GetString());
        Assert.Equal(["""{"event_type":"a","ts":1,"params":{}}""", """{"event_type":"c","ts":3,"params":{}}"""], _api.Events.Events);
    }

    [Fact]
    public async Task One_bad_line_of_a_thousand_does_not_hold_up_the_others()
    {
        string body = string.Join('\n', Enumerable.Range(0, 1_000).Select(i => i == 500 ? "{" : Good));

        JsonElement told = await ApiHost.JsonAsync(await _api.PostAsync(body, "application/x-ndjson"));

        Assert.Equal(999, told.GetProperty("accepted").GetInt32());
        Assert.Equal(999, _api.Events.Events.Count);
        Assert.Equal("syntax", told.GetProperty("results")[500].GetProperty("errors")[0].GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("?atomic=true", $"[{Good},7]")]
    [InlineData("", "[7,{}]")]
    [InlineData("", "[]")]
    [InlineData("", "[{]")]
    [InlineData("", $"[{Good}],")]
    [InlineData("", $"[{Good}")]
    public async Task What_must_not_be_stored_is_not(string query, string body)
    {
        await ApiAssert.ProblemAsync(await _api.PostAsync(body, query: query), HttpStatusCode.BadRequest, "invalid-events");

        Assert.Empty(_api.Events.Events);
    }

    [Fact]
    public async Task An_empty_body_of_lines_is_refused() =>
        await ApiAssert.ProblemAsync(await _api.PostAsync("\n\r\n", "application/x-ndjson"), HttpStatusCode.BadRequest, "invalid-events");

    [Theory]
    [InlineData("?atomic=yes")]
    [InlineData("?atomic=true&atomic=true")]
    [InlineData("?x=1")]
    [InlineData("?api_key=secret")]
    public async Task A_query_that_is_not_understood_is_refused(string query) =>
        await ApiAssert.ProblemAsync(await _api.PostAsync(Good, query: query), HttpStatusCode.BadRequest, "invalid-query");

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/xml")]
    public async Task Other_types_are_not_read(string? type) =>
        await ApiAssert.ProblemAsync(await _api.PostAsync(Good, type), HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate, gzip")]
    public async Task Compressed_bodies_are_not_read(string encoding) =>
        await ApiAssert.ProblemAsync(await _api.PostAsync(Good, headers: ("Content-Encoding", encoding)), HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");

    [Fact]
    public async Task A_body_just_too_large_is_refused_and_one_just_not_is_read()
    {
        const int Limit = 1 << 20;
        string line = Good + "\n";
        string most = string.Concat(Enumerable.Repeat(line, Limit / line.Length)).PadRight(Limit, '\n');

        await ApiAssert.ProblemAsync(await _api.PostAsync(most + "\n", "application/x-ndjson"), HttpStatusCode.RequestEntityTooLarge, "content-too-large");
        Assert.Empty(_api.Events.Events);
        Assert.Equal(HttpStatusCode.BadRequest, (await _api.PostAsync(new string('\n', Limit), "application/x-ndjson")).StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-ndjson")]
    public async Task Ten_thousand_events_are_a_batch_and_one_more_is_too_many(string type)
    {
        string[] events = [.. Enumerable.Repeat("""{"event_type":"a","ts":1}""", 10_001)];
        string Body(int count) => type == "application/json" ? $"[{string.Join(',', events.Take(count))}]" : string.Join('\n', events.Take(count));

        await ApiAssert.ProblemAsync(await _api.PostAsync(Body(10_001), type), HttpStatusCode.RequestEntityTooLarge, "content-too-large");
        Assert.Empty(_api.Events.Events);
        Assert.Equal(HttpStatusCode.Accepted, (await _api.PostAsync(Body(10_000), type)).StatusCode);
        Assert.Equal(10_000, _api.Events.Events.Count);
    }

    [Fact]
    public async Task Ten_thousand_bad_events_get_an_answer_of_bounded_size()
    {
        string bad = "[" + string.Join(',', Enumerable.Repeat("""{"params":[],"ts":"","event_type":1}""", 10_000)) + "]";

        byte[] answer = await (await _api.PostAsync(bad)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.InRange(answer.Length, 1, 4 << 20);
    }

    [Fact]
    public async Task The_same_request_is_carried_out_once()
    {
        HttpResponseMessage first = await PostWithKeyAsync("k", Good);
        HttpResponseMessage second = await PostWithKeyAsync("k", Good);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Single(_api.Events.Events);
        await ApiAssert.ProblemAsync(await PostWithKeyAsync("k", Good + " "), HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal(HttpStatusCode.Accepted, (await PostWithKeyAsync("other", Good + " ")).StatusCode);
        Assert.Equal(2, _api.Events.Events.Count);
    }

    [Fact]
    public async Task While_the_first_request_runs_the_second_waits_for_its_turn()
    {
        TaskCompletionSource delivery = new();
        _api.Events.Delivery = delivery.Task;

        Task<HttpResponseMessage> first = PostWithKeyAsync("k", Good);
        await WaitForAsync(() => _api.Events.Events.Count == 1);
        HttpResponseMessage second = await PostWithKeyAsync("k", Good);
        await ApiAssert.ProblemAsync(second, HttpStatusCode.Conflict, "request-in-progress");
        Assert.True(second.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        delivery.SetResult();

        Assert.Equal(HttpStatusCode.Accepted, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await PostWithKeyAsync("k", Good)).StatusCode);
        Assert.Single(_api.Events.Events);
    }

    [Fact]
    public async Task Events_confirmed_after_their_request_gave_up_are_not_stored_again()
    {
        await using ApiHost api = await ApiHost.StartAsync(new() { DeliveryPatience = TimeSpan.FromMilliseconds(20) });
        TaskCompletionSource delivery = new();
        api.Events.Delivery = delivery.Task;

        await ApiAssert.ProblemAsync(await api.PostAsync(Good, headers: ("Idempotency-Key", "k")), HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Equal(HttpStatusCode.Conflict, (await api.PostAsync(Good, headers: ("Idempotency-Key", "k"))).StatusCode);
        delivery.SetResult();

        HttpResponseMessage repeated;
        do
        {
            repeated = await api.PostAsync(Good, headers: ("Idempotency-Key", "k"));
        }
        while (repeated.StatusCode == HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.Accepted, repeated.StatusCode);
        Assert.Single(api.Events.Events);
    }

    [Fact]
    public async Task A_busy_log_stores_nothing_and_forgets_the_key()
    {
        _api.Events.IsBusy = true;
        await ApiAssert.ProblemAsync(await PostWithKeyAsync("k", Good), HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Equal(0, _api.Answers.Remembered);

        _api.Events.IsBusy = false;
        Assert.Equal(HttpStatusCode.Accepted, (await PostWithKeyAsync("k", Good)).StatusCode);
        Assert.Single(_api.Events.Events);
    }

    [Fact]
    public async Task Without_its_memory_the_service_takes_no_keys_but_events()
    {
        _api.Answers.IsAway = true;

        await ApiAssert.ProblemAsync(await PostWithKeyAsync("k", Good), HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Empty(_api.Events.Events);
        Assert.Equal(HttpStatusCode.Accepted, (await _api.PostAsync(Good)).StatusCode);
    }

    [Fact]
    public async Task A_key_is_1_to_255_printable_characters_and_comes_once()
    {
        foreach (string bad in (string[])[new('k', 256), "clé"])
        {
            await ApiAssert.ProblemAsync(await PostWithKeyAsync(bad, Good), HttpStatusCode.BadRequest, "invalid-idempotency-key");
        }

        await ApiAssert.ProblemAsync(
            await _api.PostAsync(Good, headers: [("Idempotency-Key", "a"), ("Idempotency-Key", "b")]), HttpStatusCode.BadRequest, "invalid-idempotency-key");
        Assert.Equal(HttpStatusCode.Accepted, (await PostWithKeyAsync(new('k', 255), Good)).StatusCode);
    }

    private static async Task WaitForAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private Task<HttpResponseMessage> PostWithKeyAsync(string key, string body) => _api.PostAsync(Encoding.UTF8.GetBytes(body), headers: ("Idempotency-Key", key));
}
