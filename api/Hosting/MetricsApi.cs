using SpecialDelivery.Api.Security;
using SpecialDelivery.Platform.Metrics;

namespace SpecialDelivery.Api.Hosting;

/// <summary><c>GET /metrics</c>, as Prometheus reads it.</summary>
internal static class MetricsApi
{
    /// <summary>What is measured: requests, connections, rate limits, the runtime, and the service's own counts.</summary>
    public static readonly string[] Meters = ["Microsoft.AspNetCore.*", "System.Runtime", ApiMetrics.Meter];

    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapGet("/metrics", (MetricsText metrics) => TypedResults.Text(metrics.Write(), MetricsText.ContentType))
        .WithTags("Service")
        .WithSummary("Measurements in Prometheus' text format")
        .WithMetadata(new NeedsScope(Scope.Read | Scope.Admin))
        .DisableRateLimiting();
}
