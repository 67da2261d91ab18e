using System.Text.Json;
using SpecialDelivery.Api.Hosting;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Platform.Redis;

namespace SpecialDelivery.Api.Ingest;

/// <summary>Stores judged events once, and keeps the answer where the request bears a key.</summary>
/// <param name="events">Where they go.</param>
/// <param name="answers">What was answered before.</param>
/// <param name="metrics">Counts.</param>
/// <param name="time">The wall clock.</param>
/// <param name="log">Told what no client is.</param>
internal sealed partial class EventIngest(IEventLog events, IAnswers answers, ApiMetrics metrics, TimeProvider time, ILogger<EventIngest> log)
{
    private static readonly TimeSpan RenewEvery = AnswerStore.Lease / 3;

    /// <summary>Stores a batch.</summary>
    /// <param name="batch">Some of its events are good.</param>
    /// <param name="key">The request's key, begun and ours; null = it has none.</param>
    /// <returns>The answer's JSON, once the broker has everything; it goes on when nobody waits for it any more.</returns>
    /// <exception cref="BrokerBusyException">Nothing was stored.</exception>
    public async Task<byte[]> StoreAsync(EventBatch batch, RequestKey? key)
    {
        Task delivered;
        try
        {
            delivered = events.WriteAsync(batch.Values(), time.GetUtcNow().ToUnixTimeMilliseconds());
        }
        catch (BrokerBusyException)
        {
            await ForgetAsync(key);
            throw;
        }

        try
        {
            await RenewUntilAsync(delivered, key);
        }
        catch (RecordsLostException)
        {
            await ForgetAsync(key);
            throw;
        }

        int good = batch.Good;
        metrics.Accepted.Add(good);
        byte[] answer = JsonSerializer.SerializeToUtf8Bytes(new IngestAnswer(good, batch.Events.Count - good, batch.Results(rejectedOnly: false)), ApiJson.Options);
        if (key is not null)
        {
            await KeepAsync(key, answer);
        }

        return answer;
    }

    private async Task RenewUntilAsync(Task delivered, RequestKey? key)
    {
        while (key is not null && await Task.WhenAny(delivered, Task.Delay(RenewEvery, time)) != delivered)
        {
            try
            {
                await answers.RenewAsync(key.Name, CancellationToken.None);
            }
            catch (AnswerStoreUnavailableException fault)
            {
                LogStoreAway(fault.Message); // tried again in a while, and at the end
            }
        }

        await delivered;
    }

    private async Task KeepAsync(RequestKey key, byte[] answer)
    {
        try
        {
            await answers.FinishAsync(key.Name, key.Fingerprint, answer, CancellationToken.None);
        }
        catch (AnswerStoreUnavailableException fault)
        {
            LogStoreAway(fault.Message); // the events are stored, which is what the client asked
        }
    }

    private async Task ForgetAsync(RequestKey? key)
    {
        if (key is null)
        {
            return;
        }

        try
        {
            await answers.AbandonAsync(key.Name, CancellationToken.None);
        }
        catch (AnswerStoreUnavailableException fault)
        {
            LogStoreAway(fault.Message); // the marker ends with its lease
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store of idempotency keys does not answer: {Why}")]
    private partial void LogStoreAway(string why);
}
