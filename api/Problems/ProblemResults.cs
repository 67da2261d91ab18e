using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SpecialDelivery.Api.Problems;

/// <summary>Makes answers in the format of RFC 9457.</summary>
internal static class ProblemResults
{
    /// <summary>Seconds after which a request may be repeated that a busy or absent server could not serve.</summary>
    public const int RetryAfterSeconds = 5;

    /// <summary>The answer to a fault.</summary>
    /// <param name="type">What kind.</param>
    /// <param name="detail">What is wrong this time; never a part of the body that was sent.</param>
    /// <param name="more">A member on top of the usual ones; null = none.</param>
    public static ProblemHttpResult Create(ProblemType type, string? detail = null, (string Name, object Value)? more = null)
    {
        ProblemDetails problem = new() { Type = type.Uri, Title = type.Title, Status = type.Status, Detail = detail };
        if (more is { } member)
        {
            problem.Extensions[member.Name] = member.Value;
        }

        return TypedResults.Problem(problem);
    }

    /// <summary>Sends an answer from where no endpoint returns one.</summary>
    public static Task WriteAsync(HttpContext context, ProblemType type, string? detail = null)
    {
        if (type.Status == ProblemTypes.Unavailable.Status)
        {
            RetryLater(context);
        }

        return Create(type, detail).ExecuteAsync(context);
    }

    /// <summary>Tells the client when to come again.</summary>
    public static void RetryLater(HttpContext context, int seconds = RetryAfterSeconds) => context.Response.Headers.RetryAfter = $"{seconds}";
}
