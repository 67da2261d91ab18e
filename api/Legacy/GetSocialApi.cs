using SpecialDelivery.Api.Docs;
using SpecialDelivery.Api.Hosting;
using SpecialDelivery.Api.Search;
using SpecialDelivery.Api.Security;
using SpecialDelivery.Core.AppEvents;

namespace SpecialDelivery.Api.Legacy;

/// <summary>The paths that apps in the field have known for years: their envelope stays as it is, byte for byte.</summary>
/// <remarks>What the envelope has no place for stands in headers: the total, the next page's cursor, and what makes an answer incomplete.</remarks>
internal static class GetSocialApi
{
    private const string Root = "/getsocial/events";

    /// <summary>Whether a path is one of these.</summary>
    public static bool Serves(PathString path) => path.StartsWithSegments(Root, StringComparison.Ordinal);

    public static void MapGetSocial(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup(Root).WithTags("Old paths").WithMetadata(new NeedsScope(Scope.Read)).RequireRateLimiting(ClientLimits.Searches);
        group.MapGet("/count/", Count)
            .WithSummary("Count events of a type")
            .WithQuery(("event_type!", "Their type."), ("start_time!", "First second, unix."), ("end_time!", "Last second, unix."))
            .Produces<Envelope<long>>().Produces<FailureEnvelope>(400).Produces<FailureEnvelope>(503);
        group.MapGet("/getallevents/", GetAllEvents)
            .WithSummary("Find events")
            .WithDescription("The header X-Total-Count has the total, X-Next-Cursor the next page's cursor.")
            .WithQuery(("event_type", "Their type; any if left out."), ("start_time!", "First second, unix."), ("end_time!", "Last second, unix."), ("size", $"1 to {SearchApi.MaxSize} events."), ("cursor", "The next page's."))
            .Produces<Envelope<IReadOnlyList<AppEventView>>>().Produces<FailureEnvelope>(400).Produces<FailureEnvelope>(410).Produces<FailureEnvelope>(503);
    }

    private static async Task<JsonAnswer> Count(HttpContext context, EventIndex index, TimeProvider time)
    {
        QueryParameters query = QueryParameters.Of(context.Request);
        EventFilter filter = ReadFilter(query, isTypeNeeded: true);
        if (Refuse(query, time) is { } refusal)
        {
            return refusal;
        }

        (long count, Completeness completeness) = await index.CountAsync(filter, context.RequestAborted);
        Tell(context, completeness);
        return Envelopes.Of(count, time);
    }

    private static async Task<JsonAnswer> GetAllEvents(HttpContext context, EventIndex index, CursorSigner cursors, TimeProvider time)
    {
        QueryParameters query = QueryParameters.Of(context.Request);
        EventFilter filter = ReadFilter(query, isTypeNeeded: false);
        int size = (int)(query.Number("size", 1, SearchApi.MaxSize) ?? SearchApi.MaxSize);
        string? cursor = query.Text("cursor");
        if (Refuse(query, time) is { } refusal)
        {
            return refusal;
        }

        PageOutcome outcome = await PageOutcome.FindAsync(index, cursors, time, filter, SearchApi.Newest, size, cursor, context.RequestAborted);
        if (outcome.Page is not { } page)
        {
            return Envelopes.Fault(outcome.Problem!.Status, outcome.Problem.Title, time);
        }

        Tell(context, page.Completeness);
        context.Response.Headers["X-Total-Count"] = $"{page.Total}";
        if (page.Next is not null)
        {
            context.Response.Headers["X-Next-Cursor"] = page.Next;
        }

        return Envelopes.Of(page.Events, time);
    }

    private static EventFilter ReadFilter(QueryParameters query, bool isTypeNeeded)
    {
        string? type = query.Type(AppEventFields.EventType);
        long? start = query.Number("start_time", 0, AppEventLimits.LatestTs);
        long? end = query.Number("end_time", 0, AppEventLimits.LatestTs);
        foreach (string needed in (string[])[.. isTypeNeeded ? [AppEventFields.EventType] : Array.Empty<string>(), "start_time", "end_time"])
        {
            if (query.Text(needed) is null)
            {
                query.Add(needed, "is missing");
            }
        }

        if (start > end)
        {
            query.Add("start_time", "must not lie after end_time");
        }

        return new(type, start, end + 1, []);
    }

    private static JsonAnswer? Refuse(QueryParameters query, TimeProvider time)
    {
        query.RefuseUnknown();
        return query.Faults.Count == 0 ? null : Envelopes.Fault(
            StatusCodes.Status400BadRequest, string.Join("; ", query.Faults.Select(fault => $"{fault.Parameter} {fault.Detail}")), time);
    }

    private static void Tell(HttpContext context, Completeness completeness)
    {
        context.Response.Headers["X-Complete"] = completeness.IsComplete ? "true" : "false";
        if (!completeness.IsComplete)
        {
            context.Response.Headers["X-Incomplete-Because"] = string.Join(' ', completeness.Reasons);
        }
    }
}
