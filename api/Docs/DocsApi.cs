using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SpecialDelivery.Api.Docs;

/// <summary>The description of the service for programs, and a page for people.</summary>
internal static class DocsApi
{
    private const string OwnFilesOnly = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'";

    public static void MapDocs(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        RouteGroupBuilder group = routes.MapGroup("/docs").ExcludeFromDescription();
        group.MapGet("/", (HttpContext context) => File(context, "docs.html", "text/html; charset=utf-8"));
        group.MapGet("/docs.js", (HttpContext context) => File(context, "docs.js", "text/javascript; charset=utf-8"));
        group.MapGet("/docs.css", (HttpContext context) => File(context, "docs.css", "text/css; charset=utf-8"));
    }

    private static FileStreamHttpResult File(HttpContext context, string name, string type)
    {
        context.Response.Headers.ContentSecurityPolicy = OwnFilesOnly;
        return TypedResults.Stream(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!, type);
    }
}
