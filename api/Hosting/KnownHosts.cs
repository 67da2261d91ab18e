using SpecialDelivery.Api.Problems;
using SpecialDelivery.Api.Settings;

namespace SpecialDelivery.Api.Hosting;

/// <summary>Answers only under the service's own names: a page elsewhere that points its name at this address gets nothing.</summary>
/// <param name="settings">The names.</param>
internal sealed class KnownHosts(ApiSettings settings)
{
    private readonly HashSet<string> _hosts = new(settings.Hosts, StringComparer.OrdinalIgnoreCase);

    public Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        string host = context.Request.Host.Host;
        return ApiSettings.IsLoopback(host) || _hosts.Contains(host) ? next(context) : ProblemResults.WriteAsync(context, ProblemTypes.UnknownHost);
    }
}
