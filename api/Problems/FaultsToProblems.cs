using System.Net;
using SpecialDelivery.Api.Legacy;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Platform.Redis;

namespace SpecialDelivery.Api.Problems;

/// <summary>Gives every fault and every empty answer its Problem Details.</summary>
/// <param name="next">The rest of the service.</param>
/// <param name="time">The wall clock.</param>
/// <param name="log">Told what the client is not.</param>
internal sealed partial class FaultsToProblems(RequestDelegate next, TimeProvider time, ILogger<FaultsToProblems> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                await WriteAsync(context, ProblemTypes.Of(context.Response.StatusCode), null);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is left to answer.
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            (ProblemType type, string? detail) = Judge(fault);
            if (type == ProblemTypes.Unavailable)
            {
                LogAway(fault.Message); // which server, and the cure: no stack would tell more
            }
            else if (type.Status >= 500)
            {
                LogFault(fault, context.Request.Method, context.Request.Path.Value?.ReplaceLineEndings(" "));
            }

            context.Response.Clear();
            await WriteAsync(context, type, detail);
        }
    }

    private Task WriteAsync(HttpContext context, ProblemType type, string? detail) => GetSocialApi.Serves(context.Request.Path)
        ? Envelopes.WriteFaultAsync(context, type.Status, detail ?? type.Title, time)
        : ProblemResults.WriteAsync(context, type, detail);

    // The servers' addresses and words are the operator's business: they go to the log, the client learns which one it is.
    private static (ProblemType, string?) Judge(Exception fault) => fault switch
    {
        BadHttpRequestException bad => (ProblemTypes.Of(bad.StatusCode), null),
        ElasticsearchException e when e.IsPassing || e.Status is HttpStatusCode.OK => // an answer of a part of the index is none
            (ProblemTypes.Unavailable, "The search index does not answer."),
        BrokerBusyException => (ProblemTypes.Unavailable, "The event log does not take events at present; nothing was stored."),
        AnswerStoreUnavailableException => (ProblemTypes.Unavailable, "The store of idempotency keys does not answer; nothing was stored."),
        _ => (ProblemTypes.Internal, null),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answered 503: {Why}")]
    private partial void LogAway(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void LogFault(Exception fault, string method, string? path);
}
