using System.Text.Json;
using SpecialDelivery.Api.Freshness;
using SpecialDelivery.Api.Hosting;
using SpecialDelivery.Api.Ingest;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Redis;

namespace SpecialDelivery.Api.Health;

/// <summary>Whether the service lives, has started, and can do its work.</summary>
internal static class HealthApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/health").WithTags("Service").DisableRateLimiting();
        group.MapGet("/live", () => TypedResults.Ok(new HealthAnswer("live", null))).WithSummary("Whether the process answers; 200 whatever the servers behind it do");
        group.MapGet("/startup", Started).WithSummary("Whether the topic has been found since the start").Produces<HealthAnswer>().Produces<HealthAnswer>(503);
        group.MapGet("/ready", Ready).WithSummary("Whether Kafka, Redis and Elasticsearch answer").Produces<HealthAnswer>().Produces<HealthAnswer>(503);
    }

    private static JsonAnswer Started(BrokerContact contact) =>
        contact.IsMade ? Answer(StatusCodes.Status200OK, new("started", null)) : Answer(StatusCodes.Status503ServiceUnavailable, new("starting", null));

    private static async Task<JsonAnswer> Ready(BrokerContact contact, IEventLog events, IAnswers answers, ElasticsearchClient elasticsearch, CancellationToken cancel)
    {
        Task<bool> redis = AnswersAsync(answers.PingAsync, cancel);
        Task<bool> index = AnswersAsync(elasticsearch.PingAsync, cancel);
        Dictionary<string, string> servers = new()
        {
            ["kafka"] = Word(contact.IsFresh && !events.IsStalled),
            ["redis"] = Word(await redis),
            ["elasticsearch"] = Word(await index),
        };
        bool isReady = servers.Values.All(state => state == Word(true));
        return Answer(isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, new(isReady ? "ready" : "not ready", servers));
    }

    private static JsonAnswer Answer(int status, HealthAnswer answer) => new(status, JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Options));

    private static string Word(bool answers) => answers ? "ok" : "down";

    private static async Task<bool> AnswersAsync(Func<CancellationToken, Task> ask, CancellationToken cancel)
    {
        try
        {
            await ask(cancel).WaitAsync(Patience, cancel);
            return true;
        }
        catch (Exception e) when (e is ElasticsearchException or AnswerStoreUnavailableException or TimeoutException)
        {
            return false; // which is the answer
        }
    }
}
