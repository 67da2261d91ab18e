using Microsoft.AspNetCore.Routing.Patterns;

namespace SpecialDelivery.Api.Hosting;

/// <summary>A path is what it is written as: routing ignores case, this does not.</summary>
internal static class ExactPaths
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.PathSegments: var pattern } && !IsSame(pattern, context.Request.Path.Value!))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool IsSame(IReadOnlyList<RoutePatternPathSegment> pattern, string path)
    {
        string[] parts = path.Trim('/').Split('/');
        for (int i = 0; i < pattern.Count && i < parts.Length; i++)
        {
            if (pattern[i].Parts is [RoutePatternLiteralPart literal] && literal.Content != parts[i])
            {
                return false;
            }
        }

        return true;
    }
}
