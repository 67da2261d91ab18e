using SpecialDelivery.Api.Ingest;
using SpecialDelivery.Platform.Redis;

namespace UnitTests.Api;

/// <summary>Remembers answers in this process.</summary>
internal sealed class FakeAnswers : IAnswers
{
    private readonly Dictionary<string, StoredAnswer> _answers = [];

    public bool IsAway { get; set; }

    public int Remembered => _answers.Count;

    public Task<StoredAnswer?> BeginAsync(string key, string fingerprint, CancellationToken cancel)
    {
        Ask();
        return Task.FromResult(_answers.TryAdd(key, new(fingerprint, null)) ? null : _answers[key]);
    }

    public Task RenewAsync(string key, CancellationToken cancel) => Task.CompletedTask;

    public Task FinishAsync(string key, string fingerprint, byte[] answer, CancellationToken cancel)
    {
        Ask();
        _answers[key] = new(fingerprint, answer);
        return Task.CompletedTask;
    }

    public Task AbandonAsync(string key, CancellationToken cancel)
    {
        _answers.Remove(key);
        return Task.CompletedTask;
    }

    public Task PingAsync(CancellationToken cancel)
    {
        Ask();
        return Task.CompletedTask;
    }

    private void Ask()
    {
        if (IsAway)
        {
            throw new AnswerStoreUnavailableException(new TimeoutException("away"));
        }
    }
}
