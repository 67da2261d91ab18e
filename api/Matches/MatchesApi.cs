using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SpecialDelivery.Api.Docs;
using SpecialDelivery.Api.Problems;
using SpecialDelivery.Api.Search;
using SpecialDelivery.Api.Security;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Api.Matches;

/// <summary><c>GET /matches</c>: who carries what.</summary>
internal static class MatchesApi
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 1_000;

    public static void MapMatches(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/matches").WithTags("Matches").WithMetadata(new NeedsScope(Scope.Read)).RequireRateLimiting(ClientLimits.Searches);
        group.MapGet("/", Newest)
            .WithSummary("Newest matches first")
            .WithQuery(("limit", $"1 to {MaxLimit} matches, {DefaultLimit} if left out."))
            .Produces<MatchesAnswer>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429).ProducesProblem(503);
        group.MapGet("/{package}", OfPackage)
            .WithSummary("The trip that carries a package")
            .Produces<MatchEvent>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(429).ProducesProblem(503);
    }

    private static async Task<Results<Ok<MatchesAnswer>, ProblemHttpResult>> Newest(HttpContext context, ElasticsearchClient elasticsearch)
    {
        QueryParameters query = QueryParameters.Of(context.Request);
        int limit = (int)(query.Number("limit", 1, MaxLimit) ?? DefaultLimit);
        if (query.Refuse() is { } refusal)
        {
            return refusal;
        }

        object newest = new { size = limit, sort = new object[] { new { matched_at = "desc" }, new { fence = "desc" } } };
        SearchResult? found = await FindAsync(elasticsearch, newest, context.RequestAborted);
        return TypedResults.Ok(new MatchesAnswer(found?.Total ?? 0, Read(found), found is { IsComplete: true }));
    }

    private static async Task<Results<Ok<MatchEvent>, ProblemHttpResult>> OfPackage(HttpContext context, string package, ElasticsearchClient elasticsearch)
    {
        QueryParameters query = QueryParameters.Of(context.Request);
        if (!OrderId.IsValid(package))
        {
            query.Add("package", OrderId.Rule);
        }

        if (query.Refuse() is { } refusal)
        {
            return refusal;
        }

        SearchResult? found = await FindAsync(elasticsearch, new { size = 1, query = new { term = new { package } } }, context.RequestAborted);
        return Read(found) is [var match] ? TypedResults.Ok(match)
            : found is { IsComplete: false } ? ProblemResults.Create(ProblemTypes.Unavailable, "A part of the index did not answer.")
            : ProblemResults.Create(ProblemTypes.NotFound, "No trip carries this package, or none that has been indexed.");
    }

    private static async Task<SearchResult?> FindAsync(ElasticsearchClient elasticsearch, object request, CancellationToken cancel)
    {
        try
        {
            return await elasticsearch.SearchAsync(Indices.Matches, request, cancel);
        }
        catch (ElasticsearchException e) when (e.Status is HttpStatusCode.NotFound)
        {
            return null; // no match has been indexed yet
        }
    }

    private static IReadOnlyList<MatchEvent> Read(SearchResult? found) =>
        [.. (found?.Sources ?? []).Select(source => source.Deserialize(EventJson.Default.MatchEvent)!)];
}
