using System.Diagnostics;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Probes;
using SpecialDelivery.Engine.Processes;

namespace IntegrationTests.Engine;

/// <summary>Servers that outlive the command that starts them.</summary>
public sealed class UpAndDownTests
{
    private static readonly Progress<EngineProgress> Unheard = new();

    [Fact]
    public async Task A_second_up_finds_the_first_and_down_stops_it()
    {
        using TemporaryHome home = new();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        try
        {
            await using (LocalEngine first = await UpAsync(home))
            {
                Assert.Equal(ServerSet.Redis, first.Started);
            }

            ServerStatus running = await StatusOfRedisAsync(home);
            await using (LocalEngine second = await UpAsync(home))
            {
                Assert.Equal(ServerSet.None, second.Started);
            }

            Assert.Equal(ServerState.Running, running.State);
            Assert.Equal(running, await StatusOfRedisAsync(home));
        }
        finally
        {
            await RunningEngine.DownAsync(home.Settings, purge: false, Unheard, cancel);
        }

        Assert.Equal((ServerState.Stopped, null), (await StatusOfRedisAsync(home)) is var after ? (after.State, after.Pid) : default);
        Assert.Equal(0, await RunningEngine.DownAsync(home.Settings, purge: false, Unheard, cancel));
    }

    [Fact]
    public async Task Data_stays_until_it_is_purged()
    {
        using TemporaryHome home = new();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        try
        {
            await UpAsync(home);
            await RawRedis.AskAsync($"127.0.0.1:{home.Settings.RedisPort}", "SET claim 42");
            await RunningEngine.DownAsync(home.Settings, purge: false, Unheard, cancel);
            await UpAsync(home);
            Assert.StartsWith("$2\r\n42", await RawRedis.AskAsync($"127.0.0.1:{home.Settings.RedisPort}", "GET claim"), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.Combine(home.Settings.Home.FullName, "engine")); // the link alone: the parts are the clone's
            await RunningEngine.DownAsync(home.Settings, purge: true, Unheard, cancel);
        }

        Assert.Empty(home.Settings.Home.GetFileSystemInfos());
    }

    [Fact]
    public async Task A_server_that_exists_is_used_and_never_stopped()
    {
        using TemporaryHome home = new();
        using TemporaryHome other = new();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        ServerAddress existing = new("127.0.0.1", home.Settings.RedisPort);
        EngineSettings settings = other.Settings with { Redis = existing };
        try
        {
            await UpAsync(home);
            await using (LocalEngine engine = await LocalEngine.UpAsync(settings, ServerSet.Redis, ServerLifetime.Detached, Unheard, cancel))
            {
                Assert.Equal(ServerSet.None, engine.Started);
                Assert.Equal(existing.ToString(), engine.Addresses.Redis);
            }

            await RunningEngine.DownAsync(settings, purge: false, Unheard, cancel);

            await RedisProbe.AskAsync(existing, cancel);
        }
        finally
        {
            await RunningEngine.DownAsync(home.Settings, purge: false, Unheard, cancel);
        }
    }

    [Fact]
    public async Task A_taken_port_is_refused_before_anything_starts()
    {
        using TemporaryHome home = new();
        using TemporaryHome other = new();
        CancellationToken cancel = TestContext.Current.CancellationToken;
        try
        {
            await UpAsync(home);
            EngineSettings settings = other.Settings with { RedisPort = home.Settings.RedisPort };

            EngineException refusal = await Assert.ThrowsAsync<EngineException>(() => LocalEngine.UpAsync(settings, ServerSet.Redis | ServerSet.Kafka, ServerLifetime.Detached, Unheard, cancel));

            Assert.Contains($"Port {home.Settings.RedisPort}", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("redis-server (pid ", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(await RunningEngine.StatusAsync(settings, cancel), server => server.Pid is not null);
        }
        finally
        {
            await RunningEngine.DownAsync(home.Settings, purge: false, Unheard, cancel);
        }
    }

    [Fact]
    public async Task A_number_that_belongs_to_another_process_by_now_is_not_touched()
    {
        using TemporaryHome home = new();
        using Process bystander = Process.Start("sleep", "600");
        try
        {
            ProcessIdentity now = ProcessIdentity.Of(bystander.Id)!;
            new ServerRegister(home.Settings.Home).Write([new ServerRecord(ServerSet.Redis, "127.0.0.1:1", now with { StartTicks = now.StartTicks - 1 }, 1, null)]);

            int stopped = await RunningEngine.DownAsync(home.Settings, purge: false, Unheard, TestContext.Current.CancellationToken);

            Assert.Equal(0, stopped);
            Assert.True(now.IsAlive);
        }
        finally
        {
            bystander.Kill();
        }
    }

    [Fact]
    public async Task A_server_that_cannot_start_is_reported_in_its_own_words()
    {
        using TemporaryHome home = new();
        DirectoryInfo log = home.Settings.Home.CreateSubdirectory("data/redis/appendonlydir");
        await File.WriteAllTextAsync(Path.Combine(log.FullName, "appendonly.aof.manifest"), "nonsense\n", TestContext.Current.CancellationToken);

        EngineException fault = await Assert.ThrowsAsync<EngineException>(() => UpAsync(home));

        Assert.Contains("redis ended with code 1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("manifest", fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<LocalEngine> UpAsync(TemporaryHome home) =>
        LocalEngine.UpAsync(home.Settings, ServerSet.Redis, ServerLifetime.Detached, Unheard, TestContext.Current.CancellationToken);

    private static async Task<ServerStatus> StatusOfRedisAsync(TemporaryHome home) =>
        (await RunningEngine.StatusAsync(home.Settings, TestContext.Current.CancellationToken)).Single(server => server.Server == ServerSet.Redis);
}
