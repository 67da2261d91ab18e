using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SpecialDelivery.Api.Problems;
using SpecialDelivery.Api.Settings;

namespace SpecialDelivery.Api.Security;

/// <summary>How much one client may ask, so that one cannot take the service from the others.</summary>
internal static class ClientLimits
{
    /// <summary>The policy of endpoints that search.</summary>
    public const string Searches = "searches";

    private const int SearchesAtOnce = 32;
    private const int SearchesWaiting = 128;

    /// <summary>A bucket of requests per API key, or per address where there is no valid key.</summary>
    public static void Configure(RateLimiterOptions options, ApiSettings settings)
    {
        TokenBucketRateLimiterOptions bucket = new()
        {
            TokenLimit = 2 * settings.RequestsPerSecond,
            TokensPerPeriod = settings.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Client(context), _ => bucket));
        options.AddConcurrencyLimiter(Searches, limit =>
        {
            limit.PermitLimit = SearchesAtOnce;
            limit.QueueLimit = SearchesWaiting;
        });
        options.OnRejected = (rejected, _) =>
        {
            TimeSpan wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? after : TimeSpan.FromSeconds(1);
            int seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            IHeaderDictionary headers = rejected.HttpContext.Response.Headers;
            headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            headers["RateLimit-Policy"] = $"\"requests\";q={settings.RequestsPerSecond};w=1";
            headers["RateLimit"] = $"\"requests\";r=0;t={seconds}";
            return new(ProblemResults.WriteAsync(rejected.HttpContext, ProblemTypes.TooManyRequests, $"At most {settings.RequestsPerSecond} requests per second and client are answered, and {SearchesAtOnce} searches at once."));
        };
    }

    // The address is the connection's own: what a client writes into X-Forwarded-For counts for nothing.
    private static string Client(HttpContext context) => Caller.Of(context) is { IsKnown: true, Name: not "anonymous" } caller
        ? "key " + caller.Name
        : "address " + context.Connection.RemoteIpAddress;
}
