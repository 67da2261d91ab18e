using Microsoft.AspNetCore.Http.HttpResults;
using SpecialDelivery.Api.Docs;
using SpecialDelivery.Api.Freshness;
using SpecialDelivery.Api.Problems;
using SpecialDelivery.Api.Security;

namespace SpecialDelivery.Api.Search;

/// <summary><c>GET /events/count</c> and <c>GET /events/search</c>.</summary>
internal static class SearchApi
{
    /// <summary>Newest events first.</summary>
    public const string Newest = "newest";

    /// <summary>Oldest events first.</summary>
    public const string Oldest = "oldest";

    /// <summary>Largest page.</summary>
    public const int MaxSize = 10_000;

    private const int DefaultSize = 100;
    private const int MaxBuckets = 10_000;
    private const string DefaultUnique = "user_id";

    private static readonly (string, string)[] Filters =
    [
        ("event_type", "Their type; any if left out."),
        ("from", "First second, unix seconds or ISO 8601 with its zone."),
        ("to", "The second after the last one."),
        ("param.NAME", "Value of the parameter NAME, its text; up to 20 of them."),
    ];

    public static void MapSearch(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/events").WithTags("Events").WithMetadata(new NeedsScope(Scope.Read)).RequireRateLimiting(ClientLimits.Searches);
        group.MapGet("/count", Count)
            .WithSummary("Count events")
            .WithQuery([.. Filters, ("interval", "Adds a histogram of such intervals: 10s, 5m, 1h, 1d; needs from and to."), ("unique", $"Adds the number of different values of this parameter; empty = {DefaultUnique}.")])
            .Produces<CountAnswer>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429).ProducesProblem(503);
        group.MapGet("/search", Search)
            .WithSummary("Find events")
            .WithQuery([.. Filters, ("order", $"{Newest} or {Oldest} first."), ("size", $"1 to {MaxSize} events, {DefaultSize} if left out."), ("cursor", "The answer's next, with the same filters: the next page.")])
            .Produces<SearchAnswer>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(410).ProducesProblem(429).ProducesProblem(503);
    }

    private static async Task<Results<Ok<CountAnswer>, ProblemHttpResult>> Count(HttpContext context, EventIndex index)
    {
        QueryParameters query = QueryParameters.Of(context.Request);
        EventFilter filter = EventFilter.Read(query);
        long? interval = ReadInterval(query, filter);
        string? unique = query.Text("unique") is { } name ? name.Length == 0 ? DefaultUnique : name : null;
        if (unique is not null && !QueryParameters.IsDetail(unique))
        {
            query.Add("unique", "must name a parameter of 1 to 128 characters");
        }

        return query.Refuse() is { } refusal ? refusal : TypedResults.Ok(await index.SummarizeAsync(filter, interval, unique, context.RequestAborted));
    }

    private static async Task<Results<Ok<SearchAnswer>, ProblemHttpResult>> Search(
        HttpContext context, EventIndex index, CursorSigner cursors, IndexFreshness freshness, TimeProvider time)
    {
        QueryParameters query = QueryParameters.Of(context.Request);
        EventFilter filter = EventFilter.Read(query);
        string order = query.Word("order", Newest, Oldest);
        int size = (int)(query.Number("size", 1, MaxSize) ?? DefaultSize);
        string? cursor = query.Text("cursor");
        if (query.Refuse() is { } refusal)
        {
            return refusal;
        }

        PageOutcome outcome = await PageOutcome.FindAsync(index, cursors, time, filter, order, size, cursor, context.RequestAborted);
        return outcome.Page is { } page
            ? TypedResults.Ok(new SearchAnswer(page.Total, page.Events, page.Next, page.Completeness.IsComplete, page.Completeness.Reasons, freshness.Current))
            : ProblemResults.Create(outcome.Problem!);
    }

    private static long? ReadInterval(QueryParameters query, EventFilter filter)
    {
        if (query.Text("interval") is not { } text)
        {
            return null;
        }

        long? interval = Interval.Parse(text);
        if (interval is null)
        {
            query.Add("interval", Interval.Rule);
        }
        else if (filter.From is not { } from || filter.To is not { } to)
        {
            query.Add("interval", "needs from and to");
        }
        else if ((to - from) / interval > MaxBuckets)
        {
            query.Add("interval", $"is too short for the range: at most {MaxBuckets} intervals are counted");
        }

        return interval;
    }
}
