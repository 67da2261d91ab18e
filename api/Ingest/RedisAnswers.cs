using SpecialDelivery.Api.Settings;
using SpecialDelivery.Platform.Redis;

namespace SpecialDelivery.Api.Ingest;

/// <summary>Answers in Redis, shared by all services of an installation.</summary>
/// <param name="settings">Where Redis is.</param>
internal sealed class RedisAnswers(ApiSettings settings) : IAnswers, IAsyncDisposable
{
    private readonly AnswerStore _store = new(settings.Redis);

    public Task<StoredAnswer?> BeginAsync(string key, string fingerprint, CancellationToken cancel) => _store.BeginAsync(key, fingerprint, cancel);

    public Task RenewAsync(string key, CancellationToken cancel) => _store.RenewAsync(key, cancel);

    public Task FinishAsync(string key, string fingerprint, byte[] answer, CancellationToken cancel) => _store.FinishAsync(key, fingerprint, answer, cancel);

    public Task AbandonAsync(string key, CancellationToken cancel) => _store.AbandonAsync(key, cancel);

    public Task PingAsync(CancellationToken cancel) => _store.PingAsync(cancel);

    public ValueTask DisposeAsync() => _store.DisposeAsync();
}
