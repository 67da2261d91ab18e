using SpecialDelivery.Platform.Redis;

namespace SpecialDelivery.Api.Ingest;

/// <summary>Remembers the answers to requests that bear an Idempotency-Key; see <see cref="AnswerStore"/>.</summary>
internal interface IAnswers
{
    /// <summary>Begins a request; null = it is the caller's to carry out.</summary>
    Task<StoredAnswer?> BeginAsync(string key, string fingerprint, CancellationToken cancel);

    /// <summary>Says that a request still runs.</summary>
    Task RenewAsync(string key, CancellationToken cancel);

    /// <summary>Keeps a request's answer.</summary>
    Task FinishAsync(string key, string fingerprint, byte[] answer, CancellationToken cancel);

    /// <summary>Forgets a request of which nothing was carried out.</summary>
    Task AbandonAsync(string key, CancellationToken cancel);

    /// <summary>Fails when the store does not answer.</summary>
    Task PingAsync(CancellationToken cancel);
}
