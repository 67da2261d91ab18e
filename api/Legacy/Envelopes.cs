using System.Text.Json;
using SpecialDelivery.Api.Hosting;
using SpecialDelivery.Api.Problems;

namespace SpecialDelivery.Api.Legacy;

/// <summary>Makes the answers of the old paths.</summary>
internal static class Envelopes
{
    private const string Success = "SUCCESS";
    private const string Failure = "FAILURE";

    /// <summary>What was asked for.</summary>
    public static JsonAnswer Of<T>(T result, TimeProvider time) =>
        new(StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(new Envelope<T>(result, Success, Now(time)), ApiJson.Options));

    /// <summary>A fault.</summary>
    public static JsonAnswer Fault(int status, string reason, TimeProvider time) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(new FailureEnvelope(Failure, reason, Now(time)), ApiJson.Options));

    /// <summary>Sends a fault from where no endpoint returns one.</summary>
    public static Task WriteFaultAsync(HttpContext context, int status, string reason, TimeProvider time)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            ProblemResults.RetryLater(context);
        }

        return Fault(status, reason, time).ExecuteAsync(context);
    }

    private static long Now(TimeProvider time) => time.GetUtcNow().ToUnixTimeMilliseconds();
}
