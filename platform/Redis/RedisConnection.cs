using SpecialDelivery.Core.Claims;
using StackExchange.Redis;

namespace SpecialDelivery.Platform.Redis;

/// <summary>One connection to Redis that never hangs: each call is timed, repeated a few times over a new connection, and then fails in words.</summary>
/// <param name="address">Redis's <c>host:port</c>.</param>
/// <param name="settings">Limits of a call.</param>
internal sealed class RedisConnection(string address, ClaimStoreSettings settings) : IAsyncDisposable
{
    private const string NotReady = "STORE_NOT_READY ";

    /// <summary>Answers of a server that will be well again, or that a person must make well; in both cases nothing was changed.</summary>
    private static readonly string[] Unwell = ["LOADING", "MISCONF", "OOM", "READONLY", "BUSY", "NOSCRIPT", "CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN", "NOREPLICAS"];

    private readonly SemaphoreSlim _opening = new(1);
    private ConnectionMultiplexer? _open;

    /// <summary>Calls Redis.</summary>
    /// <param name="call">One or several commands; it may run more than once.</param>
    /// <param name="cancel">Stops between attempts and while waiting.</param>
    /// <exception cref="StoreNotReadyException">A script refused because the store has lost its memory.</exception>
    /// <exception cref="ClaimStoreUnavailableException">Every attempt failed.</exception>
    public async Task<T> CallAsync<T>(Func<IDatabase, Task<T>> call, CancellationToken cancel)
    {
        TimeSpan pause = settings.Pause;
        for (int attempt = 1; ; attempt++)
        {
            ConnectionMultiplexer? redis = null;
            try
            {
                redis = await OpenAsync(cancel);
                return await call(redis.GetDatabase()).WaitAsync(settings.Timeout, cancel);
            }
            catch (RedisServerException e) when (e.Message.StartsWith(NotReady, StringComparison.Ordinal))
            {
                throw new StoreNotReadyException($"{e.Message[NotReady.Length..]} (Redis at {address}). Run 'sd claims rebuild', then start the matchers again.");
            }
            catch (Exception e) when (IsPassing(e))
            {
                Drop(e is RedisServerException ? null : redis);
                if (attempt >= settings.Attempts)
                {
                    throw new ClaimStoreUnavailableException(address, attempt, e);
                }
            }

            await Task.Delay(pause, cancel);
            pause *= 2;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Drop(_open);
        _opening.Dispose();
        return ValueTask.CompletedTask;
    }

    private static bool IsPassing(Exception e) => e switch
    {
        RedisServerException => Unwell.Any(word => e.Message.StartsWith(word, StringComparison.Ordinal)),
        RedisException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };

    private async Task<ConnectionMultiplexer> OpenAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _open) is { } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancel);
        try
        {
            return _open ??= await ConnectAsync();
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        ConfigurationOptions options = ConfigurationOptions.Parse(address);
        options.AbortOnConnectFail = true;
        options.ConnectRetry = 1;
        options.ConnectTimeout = (int)settings.Timeout.TotalMilliseconds;
        options.SyncTimeout = (int)settings.Timeout.TotalMilliseconds;
        ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(settings.Timeout * 2);
        redis.PreserveAsyncOrder = false; // each call is awaited on its own; keeping completions in order costs a queue
        return redis;
    }

    private void Drop(ConnectionMultiplexer? failed)
    {
        if (failed is not null && Interlocked.CompareExchange(ref _open, null, failed) == failed)
        {
            failed.Close(allowCommandsToComplete: false);
            failed.Dispose();
        }
    }
}
