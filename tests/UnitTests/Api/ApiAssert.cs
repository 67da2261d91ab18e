using System.Net;
using System.Text.Json;

namespace UnitTests.Api;

/// <summary>Checks that hold for every fault.</summary>
internal static class ApiAssert
{
    /// <summary>An answer is Problem Details of a status and a type.</summary>
    /// <returns>The answer's body.</returns>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string type)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await ApiHost.JsonAsync(answer);
        Assert.Equal("urn:special-delivery:problem:" + type, problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        if (status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
        {
            Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        }

        return problem;
    }
}
