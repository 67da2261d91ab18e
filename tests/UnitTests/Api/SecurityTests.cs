using System.Net;
using System.Net.Http.Headers;
using SpecialDelivery.Api.Security;
using SpecialDelivery.Api.Settings;

namespace UnitTests.Api;

public sealed class SecurityTests
{
    private const string Good = """{"event_type":"a","ts":1}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_needed_where_there_are_keys_and_opens_what_it_may()
    {
        (string ingest, ApiKeyLine ingestLine) = ApiKeyLine.Create("app", Scope.Ingest);
        (string read, ApiKeyLine readLine) = ApiKeyLine.Create("analyst", Scope.Read);
        await using ApiHost api = await ApiHost.StartAsync(new() { Keys = [ingestLine.ToString(), readLine.ToString()] });
        api.Elasticsearch.Answer("""{"count":0,"_shards":{"failed":0}}""");

        foreach (string? bad in (string?[])[null, "", "Bearer", "Bearer ", "Bearer sd_unknown", $"Basic {ingest}", $"Bearer {ingest}0", $"Bearer {ingest} {ingest}"])
        {
            HttpResponseMessage refused = await SendAsync(api, HttpMethod.Post, "/events", bad);
            await ApiAssert.ProblemAsync(refused, HttpStatusCode.Unauthorized, "unauthorized");
            Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
            await ApiAssert.ProblemAsync(await SendAsync(api, HttpMethod.Get, "/events/count", bad), HttpStatusCode.Unauthorized, "unauthorized");
        }

        await ApiAssert.ProblemAsync(await SendAsync(api, HttpMethod.Post, $"/events?api_key={ingest}", null), HttpStatusCode.Unauthorized, "unauthorized");
        await ApiAssert.ProblemAsync(await SendAsync(api, HttpMethod.Post, "/events", $"Bearer {read}"), HttpStatusCode.Forbidden, "forbidden");
        await ApiAssert.ProblemAsync(await SendAsync(api, HttpMethod.Get, "/events/count", $"Bearer {ingest}"), HttpStatusCode.Forbidden, "forbidden");
        await ApiAssert.ProblemAsync(await SendAsync(api, HttpMethod.Get, "/metrics", $"Bearer {ingest}"), HttpStatusCode.Forbidden, "forbidden");
        Assert.Empty(api.Events.Events);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(api, HttpMethod.Post, "/events", $"Bearer {ingest}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(api, HttpMethod.Get, "/events/count", $"bearer {read}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(api, HttpMethod.Get, "/metrics", $"Bearer {read}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(api, HttpMethod.Get, "/health/live", null)).StatusCode);
    }

    [Fact]
    public async Task A_key_taken_out_of_the_file_is_revoked_without_a_restart()
    {
        string file = Path.GetTempFileName();
        try
        {
            (string old, ApiKeyLine oldLine) = ApiKeyLine.Create("app", Scope.Ingest);
            (string next, ApiKeyLine nextLine) = ApiKeyLine.Create("app", Scope.Ingest);
            await File.WriteAllLinesAsync(file, ["# two live keys while one replaces the other", oldLine.ToString(), nextLine.ToString()], Cancel);
            await using ApiHost api = await ApiHost.StartAsync(new() { KeysFile = file });
            Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(api, HttpMethod.Post, "/events", $"Bearer {old}")).StatusCode);
            Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(api, HttpMethod.Post, "/events", $"Bearer {next}")).StatusCode);

            await File.WriteAllLinesAsync(file, [nextLine.ToString()], Cancel);
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            limit.CancelAfter(TimeSpan.FromSeconds(30));
            while ((await SendAsync(api, HttpMethod.Post, "/events", $"Bearer {old}")).StatusCode != HttpStatusCode.Unauthorized)
            {
                await Task.Delay(20, limit.Token);
            }

            Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(api, HttpMethod.Post, "/events", $"Bearer {next}")).StatusCode);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_stored_key_does_not_hold_the_key()
    {
        (string key, ApiKeyLine line) = ApiKeyLine.Create("app", Scope.Ingest | Scope.Read);

        Assert.DoesNotContain(key, line.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("app:ingest,read:", line.ToString(), StringComparison.Ordinal);
        Assert.Equal(line.ToString(), ApiKeyLine.Parse(line.ToString())!.ToString());
        Assert.True(key.Length >= 64);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.2:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://127.0.0.1:5080;http://example.org:80")]
    public void Beyond_loopback_the_service_starts_only_with_keys_and_host_names(string urls)
    {
        string line = ApiKeyLine.Create("app", Scope.Read).Line.ToString();

        Assert.Throws<ApiSettingsException>(() => Read(("SD_API_URLS", urls)));
        Assert.Throws<ApiSettingsException>(() => Read(("SD_API_URLS", urls), ("SD_API_HOSTS", "example.org")));
        Assert.Throws<ApiSettingsException>(() => Read(("SD_API_URLS", urls), ("SD_API_KEYS", line)));
        if (!urls.Contains('*', StringComparison.Ordinal))
        {
            Assert.True(Read(("SD_API_URLS", urls), ("SD_API_KEYS", line), ("SD_API_HOSTS", "example.org")).NeedsKeys);
        }
    }

    [Fact]
    public void Settings_tell_every_fault_at_once()
    {
        ApiSettingsException fault = Assert.Throws<ApiSettingsException>(() => Read(
            ("SD_API_URLS", "127.0.0.1:5080"), ("SD_API_RATE", "0"), ("SD_API_CURSOR_KEY", "short"), ("SD_API_KEYS", "app:write:00")));

        Assert.All((string[])["SD_API_URLS", "SD_API_RATE", "SD_API_CURSOR_KEY", "SD_API_KEYS, line 1"], name => Assert.Contains(name, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_asks_too_often_waits_and_another_does_not()
    {
        (string one, ApiKeyLine oneLine) = ApiKeyLine.Create("one", Scope.Ingest);
        (string two, ApiKeyLine twoLine) = ApiKeyLine.Create("two", Scope.Ingest);
        await using ApiHost api = await ApiHost.StartAsync(new() { Keys = [oneLine.ToString(), twoLine.ToString()], RequestsPerSecond = 1 });

        List<HttpResponseMessage> answers = [];
        for (int i = 0; i < 20; i++)
        {
            answers.Add(await SendAsync(api, HttpMethod.Post, "/events", $"Bearer {one}"));
        }

        HttpResponseMessage refused = answers.First(answer => answer.StatusCode != HttpStatusCode.Accepted);
        await ApiAssert.ProblemAsync(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Contains("r=0", refused.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(api, HttpMethod.Post, "/events", $"Bearer {two}")).StatusCode);
    }

    [Fact]
    public async Task A_forged_forwarding_header_opens_no_new_bucket()
    {
        await using ApiHost api = await ApiHost.StartAsync(new() { RequestsPerSecond = 1 });
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 20; i++)
        {
            answers.Add((await api.PostAsync(Good, headers: ("X-Forwarded-For", $"10.0.0.{i}"))).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("localhost:5080", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]:5080", true)]
    public async Task Only_known_hosts_are_served(string host, bool isServed)
    {
        await using ApiHost api = await ApiHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/health/live") { Headers = { Host = host } };

        Assert.Equal(isServed ? HttpStatusCode.OK : HttpStatusCode.BadRequest, (await api.Client.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/events", "POST")]
    [InlineData("GET", "/events", "POST")]
    [InlineData("TRACE", "/events", "POST")]
    [InlineData("DELETE", "/events/count", "GET")]
    [InlineData("POST", "/events/search", "GET")]
    [InlineData("PATCH", "/matches", "GET")]
    [InlineData("DELETE", "/matches/p1", "GET")]
    [InlineData("PUT", "/health/live", "GET")]
    [InlineData("POST", "/metrics", "GET")]
    public async Task Another_method_is_told_which_ones_are_allowed(string method, string path, string allowed)
    {
        await using ApiHost api = await ApiHost.StartAsync();

        HttpResponseMessage answer = await SendAsync(api, new HttpMethod(method), path, null);

        await ApiAssert.ProblemAsync(answer, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal([allowed], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/Events/count")]
    [InlineData("/events/count/x")]
    [InlineData("/HEALTH/live")]
    [InlineData("/")]
    [InlineData("/favicon.ico")]
    public async Task A_path_is_what_it_is_written_as(string path)
    {
        await using ApiHost api = await ApiHost.StartAsync();
        await ApiAssert.ProblemAsync(await api.GetAsync(path), HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/nothing")]
    [InlineData("/docs")]
    public async Task Every_answer_has_the_headers_that_keep_browsers_in_check(string path)
    {
        await using ApiHost api = await ApiHost.StartAsync();
        HttpResponseMessage answer = await api.GetAsync(path);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    private static ApiSettings Read(params (string Name, string Value)[] variables) =>
        ApiSettings.From(name => variables.FirstOrDefault(variable => variable.Name == name).Value);

    private static Task<HttpResponseMessage> SendAsync(ApiHost api, HttpMethod method, string path, string? authorization)
    {
        HttpRequestMessage request = new(method, path);
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(Good, MediaTypeHeaderValue.Parse("application/json"));
        }

        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return api.Client.SendAsync(request, Cancel);
    }
}
