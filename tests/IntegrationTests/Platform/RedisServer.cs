using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace IntegrationTests.Platform;

/// <summary>A redis-server of its own, set up as the claim store wants it, that a test may kill and start again on its data.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("sd-redis-");
    private readonly int _port = FreePort();
    private Process? _process;

    public string Address => $"127.0.0.1:{_port}";

    public async ValueTask InitializeAsync() => await StartAsync();

    public async Task StartAsync()
    {
        ProcessStartInfo start = new("redis-server")
        {
            ArgumentList =
            {
                "--port", $"{_port}", "--bind", "127.0.0.1", "--dir", _home.FullName, "--logfile", "redis.log",
                "--save", "", "--appendonly", "yes", "--appendfsync", "everysec", "--maxmemory-policy", "noeviction",
            },
        };
        _process = Process.Start(start);
        await Eventually.HoldsAsync(AnswersAsync, $"redis-server on port {_port} answers");
    }

    /// <summary>Ends the server as a crash would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Forgets everything, as a server restarted with an empty folder does.</summary>
    public async Task LoseMemoryAsync()
    {
        await KillAsync();
        _home.Delete(recursive: true);
        _home.Create();
        await StartAsync();
    }

    public async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> question)
    {
        using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync($"{Address},abortConnect=true,connectTimeout=2000");
        return await question(redis.GetDatabase());
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        _home.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return await AskAsync(async redis => await redis.PingAsync() >= TimeSpan.Zero);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return false; // not up yet, or still reading its file: asked again until the limit
        }
    }
}
