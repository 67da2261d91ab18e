using Microsoft.AspNetCore.Http.HttpResults;
using SpecialDelivery.Api.Docs;
using SpecialDelivery.Api.Hosting;
using SpecialDelivery.Api.Problems;
using SpecialDelivery.Api.Search;
using SpecialDelivery.Api.Security;
using SpecialDelivery.Api.Settings;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Platform.Redis;

namespace SpecialDelivery.Api.Ingest;

/// <summary><c>POST /events</c>.</summary>
internal static class IngestApi
{
    private const string AtomicParameter = "atomic";

    public static void MapIngest(this IEndpointRouteBuilder routes) => routes.MapPost("/events", Post)
        .WithTags("Events")
        .WithSummary("Store events")
        .WithDescription(
            "One event, a JSON array or one event per line (application/x-ndjson). Answered 202 once all replicas of the event log have them, with a result per event. "
            + "With an Idempotency-Key a request may be repeated for 24 hours and is carried out once.")
        .WithQuery((AtomicParameter, "true = all events of the batch or none."))
        .Accepts<AppEventBody>(EventBody.JsonType, EventBody.LineTypes[0])
        .Produces<IngestAnswer>(StatusCodes.Status202Accepted)
        .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(408).ProducesProblem(409).ProducesProblem(413)
        .ProducesProblem(415).ProducesProblem(422).ProducesProblem(429).ProducesProblem(503)
        .WithMetadata(new NeedsScope(Scope.Ingest));

    private static async Task<Results<JsonAnswer, ProblemHttpResult>> Post(
        HttpContext context, EventIngest ingest, IAnswers answers, ApiMetrics metrics, ApiSettings settings, TimeProvider time)
    {
        HttpRequest request = context.Request;
        QueryParameters query = QueryParameters.Of(request);
        bool? atomic = query.Flag(AtomicParameter);
        if (query.Refuse() is { } badQuery)
        {
            return badQuery;
        }

        if (EventBody.KindOf(request.Headers, out string? unreadable) is not { } kind)
        {
            return ProblemResults.Create(ProblemTypes.UnsupportedMediaType, unreadable);
        }

        if (RequestKey.Fault(request.Headers[RequestKey.Header]) is { } badKey)
        {
            return ProblemResults.Create(ProblemTypes.InvalidIdempotencyKey, badKey);
        }

        byte[] body = await EventBody.ReadAsync(request, context.RequestAborted);
        AppEventFault? fault = EventBody.Parse(body, kind, out EventBatch batch);
        metrics.CountRejected(batch);
        if (Refuse(fault, batch, atomic is true) is { } refusal)
        {
            return refusal;
        }

        RequestKey? key = RequestKey.Of(request.Headers[RequestKey.Header], Caller.Of(context).Name, kind, atomic is true, body);
        if (key is not null && await answers.BeginAsync(key.Name, key.Fingerprint, context.RequestAborted) is { } earlier)
        {
            return Repeat(context, earlier, key, metrics);
        }

        Task<byte[]> stored = ingest.StoreAsync(batch, key);
        try
        {
            return new JsonAnswer(StatusCodes.Status202Accepted, await stored.WaitAsync(settings.DeliveryPatience, time, context.RequestAborted));
        }
        catch (RecordsLostException)
        {
            ProblemResults.RetryLater(context);
            return ProblemResults.Create(ProblemTypes.Unavailable, "The event log did not take every event; some may be stored.");
        }
        catch (TimeoutException)
        {
            ProblemResults.RetryLater(context);
            return ProblemResults.Create(ProblemTypes.Unavailable, $"The event log has not confirmed the events in time; they may be stored yet. Repeat the request with the same {RequestKey.Header}.");
        }
    }

    private static ProblemHttpResult? Refuse(AppEventFault? fault, EventBatch batch, bool atomic)
    {
        if (fault is not null)
        {
            return fault.Reason is DeadLetterReason.Size
                ? ProblemResults.Create(ProblemTypes.TooLarge, fault.Detail)
                : ProblemResults.Create(ProblemTypes.InvalidEvents, "The body cannot be read.", ("errors", new[] { fault }));
        }

        int good = batch.Good;
        if (good == batch.Events.Count && good > 0)
        {
            return null;
        }

        if (batch.IsSingle)
        {
            IReadOnlyList<AppEventFault> faults = batch.Events[0].Faults;
            return faults is [{ JsonPointer: "", Reason: DeadLetterReason.Size } size]
                ? ProblemResults.Create(ProblemTypes.TooLarge, size.Detail)
                : ProblemResults.Create(ProblemTypes.InvalidEvents, null, ("errors", faults));
        }

        string? detail = batch.Events.Count == 0 ? "There is no event in the body."
            : good == 0 ? $"All {batch.Events.Count} events are bad."
            : atomic ? $"{batch.Events.Count - good} of {batch.Events.Count} events are bad, and all or none were to be stored."
            : null;
        return detail is null ? null : ProblemResults.Create(ProblemTypes.InvalidEvents, detail, ("results", batch.Results(rejectedOnly: true)));
    }

    private static Results<JsonAnswer, ProblemHttpResult> Repeat(HttpContext context, StoredAnswer earlier, RequestKey key, ApiMetrics metrics)
    {
        if (earlier.Fingerprint != key.Fingerprint)
        {
            return ProblemResults.Create(ProblemTypes.KeyReused);
        }

        if (earlier.Answer is null)
        {
            ProblemResults.RetryLater(context, seconds: 1);
            return ProblemResults.Create(ProblemTypes.InProgress);
        }

        metrics.Replayed.Add(1);
        context.Response.Headers["Idempotency-Replayed"] = "true";
        return new JsonAnswer(StatusCodes.Status202Accepted, earlier.Answer);
    }
}
