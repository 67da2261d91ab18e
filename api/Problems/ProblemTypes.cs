namespace SpecialDelivery.Api.Problems;

/// <summary>Every kind of fault the service answers with.</summary>
internal static class ProblemTypes
{
    public static readonly ProblemType BadRequest = new("bad-request", 400, "The request is not well-formed.");
    public static readonly ProblemType InvalidEvents = new("invalid-events", 400, "Events are not valid; nothing was stored.");
    public static readonly ProblemType InvalidIdempotencyKey = new("invalid-idempotency-key", 400, "The Idempotency-Key is not valid.");
    public static readonly ProblemType InvalidQuery = new("invalid-query", 400, "The query is not valid.");
    public static readonly ProblemType InvalidCursor = new("invalid-cursor", 400, "The cursor is not valid for this query.");
    public static readonly ProblemType UnknownHost = new("unknown-host", 400, "The service does not answer under this host name.");
    public static readonly ProblemType Unauthorized = new("unauthorized", 401, "A valid API key is needed.");
    public static readonly ProblemType Forbidden = new("forbidden", 403, "The API key does not allow this.");
    public static readonly ProblemType NotFound = new("not-found", 404, "There is nothing here.");
    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405, "This method is not allowed here; the header Allow names those that are.");
    public static readonly ProblemType Timeout = new("request-timeout", 408, "The request came too slowly.");
    public static readonly ProblemType InProgress = new("request-in-progress", 409, "The first request with this Idempotency-Key is still under way.");
    public static readonly ProblemType CursorExpired = new("cursor-expired", 410, "The cursor has expired: start the search again.");
    public static readonly ProblemType TooLarge = new("content-too-large", 413, "The content is too large.");
    public static readonly ProblemType UnsupportedMediaType = new("unsupported-media-type", 415, "The content is of a type that is not read here.");
    public static readonly ProblemType KeyReused = new("idempotency-key-reused", 422, "The Idempotency-Key was used for other content.");
    public static readonly ProblemType TooManyRequests = new("too-many-requests", 429, "Too many requests.");
    public static readonly ProblemType HeadersTooLarge = new("headers-too-large", 431, "The headers are too large.");
    public static readonly ProblemType Internal = new("internal-error", 500, "The service failed.");
    public static readonly ProblemType Unavailable = new("unavailable", 503, "A server behind this service is not available; repeat the request later.");

    private static readonly ProblemType[] General =
        [BadRequest, Unauthorized, Forbidden, NotFound, MethodNotAllowed, Timeout, TooLarge, UnsupportedMediaType, TooManyRequests, HeadersTooLarge, Internal, Unavailable];

    /// <summary>The general kind of a status.</summary>
    public static ProblemType Of(int status) => General.FirstOrDefault(type => type.Status == status) ?? (status < 500 ? BadRequest with { Status = status } : Internal with { Status = status });
}
