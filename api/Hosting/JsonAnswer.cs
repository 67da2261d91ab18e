namespace SpecialDelivery.Api.Hosting;

/// <summary>JSON that is sent byte for byte.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="body">UTF-8 JSON.</param>
internal sealed class JsonAnswer(int status, ReadOnlyMemory<byte> body) : IResult
{
    public const string ContentType = "application/json; charset=utf-8";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.ContentLength = body.Length;
        return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
