using System.Text;
using SpecialDelivery.Core.Names;
using StackExchange.Redis;

namespace SpecialDelivery.Platform.Redis;

/// <summary>Remembers answers, so that a request sent twice is carried out once: a marker while it runs, then its answer for a day.</summary>
/// <param name="address">Redis's <c>host:port</c>.</param>
public sealed class AnswerStore(string address) : IAsyncDisposable
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>How long a marker stays that nobody renews: its process has died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private const char Running = 'r';
    private const char Done = 'd';
    private const char End = '\n';

    private readonly RedisConnection _connection = new(address, new ClaimStoreSettings { Timeout = TimeSpan.FromSeconds(2), Attempts = 2, Pause = TimeSpan.FromMilliseconds(50) });

    /// <summary>Begins a request.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="fingerprint">Its hash, text without line breaks.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Null: it is the caller's to carry out, and then to finish or to abandon. Else what is known of the one that came first.</returns>
    /// <exception cref="AnswerStoreUnavailableException">Redis does not answer.</exception>
    public async Task<StoredAnswer?> BeginAsync(string key, string fingerprint, CancellationToken cancel)
    {
        RedisKey name = RedisKeys.AnswerPrefix + key;
        byte[] marker = Encoding.UTF8.GetBytes($"{Running}{fingerprint}{End}{Guid.NewGuid():N}");
        while (true)
        {
            if (await CallAsync(redis => redis.StringSetAsync(name, marker, Lease, When.NotExists), cancel))
            {
                return null;
            }

            byte[]? found = await CallAsync(redis => redis.StringGetAsync(name), cancel);
            if (found is null)
            {
                continue; // it ended in between
            }

            return found.AsSpan().SequenceEqual(marker) ? null : Read(found); // our own marker: the connection broke after it was set
        }
    }

    /// <summary>Keeps a running request's marker for another <see cref="Lease"/>.</summary>
    /// <param name="key">The request's key.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="AnswerStoreUnavailableException">Redis does not answer.</exception>
    public Task RenewAsync(string key, CancellationToken cancel) => CallAsync(redis => redis.KeyExpireAsync(RedisKeys.AnswerPrefix + key, Lease), cancel);

    /// <summary>Ends a request: from now on it is answered from memory.</summary>
    /// <param name="key">The request's key.</param>
    /// <param name="fingerprint">Its hash.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="AnswerStoreUnavailableException">Redis does not answer.</exception>
    public Task FinishAsync(string key, string fingerprint, ReadOnlySpan<byte> answer, CancellationToken cancel)
    {
        byte[] value = [.. Encoding.UTF8.GetBytes($"{Done}{fingerprint}{End}"), .. answer];
        return CallAsync(redis => redis.StringSetAsync(RedisKeys.AnswerPrefix + key, value, Kept), cancel);
    }

    /// <summary>Forgets a request of which nothing was carried out.</summary>
    /// <param name="key">The request's key.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="AnswerStoreUnavailableException">Redis does not answer.</exception>
    public Task AbandonAsync(string key, CancellationToken cancel) => CallAsync(redis => redis.KeyDeleteAsync(RedisKeys.AnswerPrefix + key), cancel);

    /// <summary>Asks whether Redis answers.</summary>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="AnswerStoreUnavailableException">It does not.</exception>
    public Task PingAsync(CancellationToken cancel) => CallAsync(redis => redis.PingAsync(), cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static StoredAnswer Read(byte[] value)
    {
        int end = value.AsSpan().IndexOf((byte)End);
        return new(Encoding.UTF8.GetString(value, 1, end - 1), value[0] == Done ? value[(end + 1)..] : null);
    }

    private async Task<T> CallAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken cancel)
    {
        try
        {
            return await _connection.CallAsync(call, cancel);
        }
        catch (ClaimStoreUnavailableException e)
        {
            throw new AnswerStoreUnavailableException(e);
        }
    }
}
