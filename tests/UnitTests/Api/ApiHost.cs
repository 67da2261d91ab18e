using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpecialDelivery.Api;
using SpecialDelivery.Api.Freshness;
using SpecialDelivery.Api.Ingest;
using SpecialDelivery.Api.Settings;
using SpecialDelivery.Platform.Elasticsearch;
using UnitTests.Platform;

namespace UnitTests.Api;

/// <summary>The whole service in this process: no network, and no server behind it.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiHost(ApiSettings settings)
    {
        _app = ApiApplication.Create(settings, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(FreshnessMonitor)));
            builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<IEventLog>(Events).AddSingleton<IAnswers>(Answers);
            builder.Services.AddSingleton(new ElasticsearchClient("es:9200", new RetryPolicy { Attempts = 1 }, Elasticsearch));
        });
        Freshness = _app.Services.GetRequiredService<IndexFreshness>();
        Freshness.Set(0, 0);
        _app.Services.GetRequiredService<BrokerContact>().Note();
    }

    public FakeEventLog Events { get; } = new();

    public FakeAnswers Answers { get; } = new();

    public FakeElasticsearch Elasticsearch { get; } = new();

    public SetTime Time { get; } = new();

    public IndexFreshness Freshness { get; }

    public HttpClient Client { get; private set; } = null!;

    public static async Task<ApiHost> StartAsync(ApiSettings? settings = null)
    {
        ApiHost host = new(settings ?? new ApiSettings());
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        host.Client = host._app.GetTestClient();
        return host;
    }

    public Task<HttpResponseMessage> PostAsync(byte[] body, string? type = "application/json", string query = "", params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "/events" + query) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        foreach ((string name, string value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostAsync(string body, string? type = "application/json", string query = "", params (string Name, string Value)[] headers) =>
        PostAsync(Encoding.UTF8.GetBytes(body), type, query, headers);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Elasticsearch.Dispose();
    }
}
