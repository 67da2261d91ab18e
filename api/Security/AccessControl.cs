using Microsoft.Extensions.Primitives;
using SpecialDelivery.Api.Problems;

namespace SpecialDelivery.Api.Security;

/// <summary>Finds out who calls, and lets endpoints be called only by those who may.</summary>
/// <param name="keys">The API keys.</param>
internal sealed class AccessControl(ApiKeyStore keys)
{
    private const string Bearer = "Bearer ";
    private static readonly Caller Anonymous = new("anonymous", Scope.All, IsKnown: true);
    private static readonly Caller Stranger = new("stranger", Scope.None, IsKnown: false);

    /// <summary>Finds out who calls; comes before the rate limits, which are theirs.</summary>
    public Task IdentifyAsync(HttpContext context, RequestDelegate next)
    {
        Find(context.Request.Headers).Sign(context);
        return next(context);
    }

    /// <summary>Lets through who may.</summary>
    public static Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        Scope needed = context.GetEndpoint()?.Metadata.GetMetadata<NeedsScope>()?.Scope ?? Scope.None;
        Caller caller = Caller.Of(context);
        if (needed == Scope.None || (caller.Scopes & needed) != Scope.None)
        {
            return next(context);
        }

        if (caller.IsKnown)
        {
            return ProblemResults.WriteAsync(context, ProblemTypes.Forbidden, $"The scope '{needed.ToString().ToLowerInvariant()}' is needed.");
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ProblemResults.WriteAsync(context, ProblemTypes.Unauthorized, "Send 'Authorization: Bearer KEY'; a key in the URL is never read.");
    }

    private Caller Find(IHeaderDictionary headers)
    {
        if (!keys.IsNeeded)
        {
            return Anonymous;
        }

        StringValues sent = headers.Authorization;
        if (sent.Count != 1 || sent[0] is not { } text || !text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return Stranger;
        }

        return keys.Find(text[Bearer.Length..].Trim()) is { } key ? new(key.Name, key.Scopes, IsKnown: true) : Stranger;
    }
}
