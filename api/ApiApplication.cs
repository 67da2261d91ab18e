using Microsoft.Extensions.Logging.Console;
using SpecialDelivery.Api.Docs;
using SpecialDelivery.Api.Freshness;
using SpecialDelivery.Api.Health;
using SpecialDelivery.Api.Hosting;
using SpecialDelivery.Api.Ingest;
using SpecialDelivery.Api.Legacy;
using SpecialDelivery.Api.Matches;
using SpecialDelivery.Api.Problems;
using SpecialDelivery.Api.Search;
using SpecialDelivery.Api.Security;
using SpecialDelivery.Api.Settings;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Metrics;

namespace SpecialDelivery.Api;

/// <summary>Puts the service together.</summary>
internal static class ApiApplication
{
    // A caller waits: rather told soon than answered late.
    private static readonly RetryPolicy Impatient = new() { Attempts = 2, First = TimeSpan.FromMilliseconds(50), Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>The service, ready to run.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="adjust">Replaces parts, for tests; null = none.</param>
    public static WebApplication Create(ApiSettings settings, Action<WebApplicationBuilder>? adjust = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(KestrelLimits.Apply).UseUrls([.. settings.Urls.Select(url => url.ToString())]);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace); // standard output says where it listens
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        IServiceCollection services = builder.Services;
        services.AddRoutingCore().AddOpenApi().AddMetrics().AddProblemDetails();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddRateLimiter(limits => ClientLimits.Configure(limits, settings));
        services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddSingleton<ApiKeyStore>().AddSingleton<AccessControl>();
        services.AddSingleton<IEventLog, KafkaEventLog>().AddSingleton<IAnswers, RedisAnswers>().AddSingleton<EventIngest>();
        services.AddSingleton(_ => new ElasticsearchClient(settings.Elasticsearch, Impatient));
        services.AddSingleton<CursorSigner>().AddSingleton<EventIndex>();
        services.AddSingleton<IndexFreshness>().AddSingleton<BrokerContact>().AddHostedService<FreshnessMonitor>();
        services.AddSingleton<ApiMetrics>().AddSingleton(_ => new MetricsText(MetricsApi.Meters));
        adjust?.Invoke(builder);

        WebApplication app = builder.Build();
        app.Services.GetRequiredService<MetricsText>(); // it counts from the first request on
        UseParts(app, settings);
        app.MapIngest();
        app.MapSearch();
        app.MapGetSocial();
        app.MapMatches();
        app.MapHealth();
        app.MapMetrics();
        app.MapDocs();
        return app;
    }

    // Each part sees only what the ones before it let through.
    private static void UseParts(WebApplication app, ApiSettings settings)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.UseMiddleware<FaultsToProblems>();
        app.Use(new KnownHosts(settings).CheckAsync);
        app.UseRouting();
        app.Use(ExactPaths.CheckAsync);
        app.Use(app.Services.GetRequiredService<AccessControl>().IdentifyAsync);
        app.UseRateLimiter();
        app.Use(AccessControl.AdmitAsync);
    }
}
