using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using SpecialDelivery.Api;
using SpecialDelivery.Api.Settings;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;

namespace IntegrationTests.Api;

/// <summary>The service on real servers of its own: its topic and indices have fixed names.</summary>
public sealed class ApiServers : IAsyncLifetime
{
    private WebApplication _app = null!;

    public LocalEngine Engine { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public Uri Url { get; private set; } = null!;

    public ElasticsearchClient Elasticsearch { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Engine = await LocalEngine.StartTemporaryAsync(ServerSet.Stores, new Progress<EngineProgress>(), Cancel);
        Elasticsearch = new ElasticsearchClient(Engine.Addresses.Elasticsearch.ToString());
        _app = ApiApplication.Create(new ApiSettings
        {
            Urls = [new("http://127.0.0.1:0")],
            Kafka = Engine.Addresses.Kafka,
            Redis = Engine.Addresses.Redis,
            Elasticsearch = Engine.Addresses.Elasticsearch.ToString(),
            RequestsPerSecond = 1_000_000,
        });
        await _app.StartAsync(Cancel);
        Url = new Uri(_app.Urls.Single());
        Client = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromMinutes(1) };
        await Platform.Eventually.HoldsAsync(async () => (await GetAsync("/health/startup")).StatusCode == HttpStatusCode.OK, "the service has found its topic");
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), Cancel);

    public async Task<JsonElement> GetJsonAsync(string path)
    {
        HttpResponseMessage answer = await GetAsync(path);
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    public Task<HttpResponseMessage> PostAsync(byte[] body, string? key = null, string type = "application/json")
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/events") { Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } } };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return Client.SendAsync(request, Cancel);
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? key = null) => PostAsync(Encoding.UTF8.GetBytes(body), key);

    /// <summary>Records of the topic of app events.</summary>
    public long Stored()
    {
        using TopicOffsets offsets = new(Engine.Addresses.Kafka);
        return offsets.End([Topics.AppEvents]).Sum(end => end.Offset);
    }

    /// <summary>Writes documents as the events job does, and makes them visible.</summary>
    public async Task IndexAsync(string period, IEnumerable<object> documents)
    {
        await Elasticsearch.EnsureIndexAsync(period, IndexDefinitions.Events, Cancel);
        BulkItem[] items = [.. documents.Select(document => JsonSerializer.SerializeToElement(document)).Select(json => new BulkItem(json.GetProperty("id").GetString()!, Encoding.UTF8.GetBytes(json.GetRawText())))];
        BulkResult result = await new BulkIndexer(Elasticsearch).IndexAsync(period, items, Cancel);
        Assert.Empty(result.Failures);
        await Elasticsearch.RefreshAsync(period, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        Elasticsearch?.Dispose();
        await (_app?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Engine?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
