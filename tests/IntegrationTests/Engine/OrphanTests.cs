using System.Diagnostics;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Processes;

namespace IntegrationTests.Engine;

/// <summary>Nothing stays behind when the process that started servers is killed.</summary>
public sealed class OrphanTests
{
    private const string HandOver = "SD_TEST_HAND_OVER";

    [Theory]
    [InlineData(nameof(HostOfRedis))]
    [InlineData(nameof(HostOfOneWhoIgnoresBeingAsked))]
    public async Task Servers_and_their_data_go_when_their_starter_is_killed(string host)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        string handOver = Path.GetTempFileName();
        try
        {
            using Process starter = Process.Start(new ProcessStartInfo("dotnet", [typeof(OrphanTests).Assembly.Location, "-explicit", "only", "-method", $"{typeof(OrphanTests).FullName}.{host}"])
            {
                Environment = { [HandOver] = handOver },
                RedirectStandardOutput = true, // the few lines of a runner that is killed are nobody's business
            })!;
            string[] handedOver = await UntilAsync(() => File.ReadAllLines(handOver) is { Length: 2 } lines ? lines : null, cancel);
            ProcessIdentity server = ProcessIdentity.Of(int.Parse(handedOver[0]))!;
            Assert.True(server.IsAlive);
            Assert.True(Directory.Exists(handedOver[1]));

            starter.Kill(); // SIGKILL, to the starter alone

            await UntilAsync(() => server.IsAlive ? null : server, cancel);
            await UntilAsync(() => Directory.Exists(handedOver[1]) ? null : handedOver, cancel);
        }
        finally
        {
            File.Delete(handOver);
        }
    }

    [Fact]
    public async Task A_program_goes_with_everything_it_started_when_it_is_cancelled()
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        TaskCompletionSource<int> child = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Task<int> run = BoundProgram.RunAsync("bash", ["-c", "trap 'exit 7' TERM; sleep 600 & echo $!; wait"], new Dictionary<string, string>(), line => child.TrySetResult(int.Parse(line)), stop.Token);
        ProcessIdentity grandchild = ProcessIdentity.Of(await child.Task)!;
        await stop.CancelAsync();

        Assert.Equal(7, await run);
        await UntilAsync(() => grandchild.IsAlive ? null : grandchild, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 5", 5)]
    [InlineData("kill -KILL $$", 137)]
    public async Task The_exit_code_of_a_program_is_passed_on(string script, int exitCode) =>
        Assert.Equal(exitCode, await BoundProgram.RunAsync("bash", ["-c", script], new Dictionary<string, string>(), null, TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_program_sees_its_variables()
    {
        List<string> lines = [];

        await BoundProgram.RunAsync("bash", ["-c", "echo \"$SD_TEST $1\"", "bash", "an argument"], new Dictionary<string, string> { ["SD_TEST"] = "a value" }, lines.Add, TestContext.Current.CancellationToken);

        Assert.Equal(["a value an argument"], lines);
    }

    /// <summary>Not a test: a process that the first test kills.</summary>
    [Fact(Explicit = true)]
    public async Task HostOfRedis()
    {
        await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Redis, new Progress<EngineProgress>(), TestContext.Current.CancellationToken);
        string info = await RawRedis.AskAsync(engine.Addresses.Redis, "INFO server");
        await HandOverAndWaitAsync(info.Split("process_id:")[1].Split('\r')[0], engine.Addresses.Home.FullName);
    }

    /// <summary>Not a test: a process that the first test kills.</summary>
    [Fact(Explicit = true)]
    public async Task HostOfOneWhoIgnoresBeingAsked()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("special-delivery-test-");
        ServerCommand stubborn = new("stubborn", "bash", ["-c", "trap '' TERM; while true; do sleep 600; done"], folder, new FileInfo(Path.Combine(folder.FullName, "log")))
        {
            StopsWithin = TimeSpan.FromSeconds(1),
            RemoveWhenOrphaned = folder,
        };
        await using ServerProcess server = ServerProcess.Start(stubborn, ServerLifetime.Bound);
        await HandOverAndWaitAsync($"{server.Identity.Pid}", folder.FullName);
    }

    private static async Task HandOverAndWaitAsync(string pid, string folder)
    {
        string file = Environment.GetEnvironmentVariable(HandOver)!;
        await File.WriteAllLinesAsync(file + ".next", [pid, folder], TestContext.Current.CancellationToken);
        File.Move(file + ".next", file, overwrite: true);
        await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
    }

    private static async Task<T> UntilAsync<T>(Func<T?> look, CancellationToken cancel)
        where T : class
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (look() is { } seen)
            {
                return seen;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
