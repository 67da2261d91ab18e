using System.Diagnostics;
using IntegrationTests.Spark.Interop;
using SpecialDelivery.Cli;
using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine.Processes;

namespace IntegrationTests.Jobs;

/// <summary>The job as a process on real servers: started, stopped, killed, and started again.</summary>
public sealed class MatchingJobTests(UndisturbedRun undisturbed) : IClassFixture<UndisturbedRun>
{
    private const int Kill = 9;

    [Fact]
    public void It_catches_up_and_the_books_balance()
    {
        RecountResult books = undisturbed.Books;

        AssertBalanced(books);
        Assert.Equal(500, books.Packages);
        Assert.InRange(books.Matched, 250, 500);
        Assert.InRange(books.DeadLetters, 1, 200);
        Assert.InRange(books.Withdrawals, 1, 200);
        Assert.InRange(books.Expired, 1, 200);
    }

    [Fact]
    public async Task A_second_instance_on_the_same_checkpoint_is_refused_and_the_first_goes_on()
    {
        await using JobProcess first = undisturbed.Servers.Run();
        await Platform.Eventually.HoldsAsync(() => Task.FromResult(first.JvmId != 0), "the first has its JVM");

        await using JobProcess second = undisturbed.Servers.Run();
        Assert.Equal(1, await second.ExitCodeAsync());
        Assert.Contains($"is in use (pid {first.Id} on", second.Errors, StringComparison.Ordinal);
        Assert.Contains("--checkpoint", second.Errors, StringComparison.Ordinal);
        Assert.Equal(0, second.JvmId);

        await undisturbed.Servers.PostAsync("--seed", "8", "--trips", "50", "--packages", "50");
        first.AwaitBatch(0);
        Signal.AskToEnd(first.Id);
        Assert.Equal(0, await first.ExitCodeAsync());
    }

    [Fact]
    public async Task Stopped_and_killed_in_mid_run_and_started_again_it_keeps_the_same_books()
    {
        await using JobServers servers = await JobServers.StartAsync(UndisturbedRun.Disturbances);

        // The C# driver, while it claims.
        await using (JobProcess job = servers.Run())
        {
            job.AwaitBatch(1);
            await AwaitClaimsAsync(servers, job);
            int jvm = job.JvmId;
            job.Kill();
            Assert.True(await HostProcess.IsGone(jvm), "the JVM outlives its driver");
        }

        // The JVM.
        long batch;
        await using (JobProcess job = servers.Run())
        {
            batch = job.AwaitBatch(2);
            HostProcess.Signal(job.JvmId, Kill);
            Assert.NotEqual(0, await job.ExitCodeAsync());
        }

        // A stop that is asked for.
        await using (JobProcess job = servers.Run())
        {
            batch = job.AwaitBatch(batch + 1);
            Signal.AskToEnd(job.Id);
            Assert.True(await job.ExitCodeAsync() == 0, job.Errors);
        }

        await servers.CatchUpAsync();
        AssertSame(servers);
    }

    [Fact]
    public async Task Redis_killed_in_mid_run_and_started_again_keeps_the_same_books()
    {
        await using JobServers servers = await JobServers.StartAsync(UndisturbedRun.Disturbances);
        await using (JobProcess job = servers.Run("--once"))
        {
            job.AwaitBatch(1);
            await AwaitClaimsAsync(servers, job);
            await servers.Redis.KillAsync();
            await servers.Redis.StartAsync();

            // It may come through by trying again, or give up on a Redis that takes long to start; both are right.
            if (await job.ExitCodeAsync() != 0)
            {
                Assert.Contains(servers.Redis.Address, job.Errors, StringComparison.Ordinal);
                await servers.CatchUpAsync();
            }
        }

        AssertSame(servers);
    }

    [Fact]
    public async Task Redis_emptied_in_mid_run_refuses_claims_until_it_is_rebuilt()
    {
        await using JobServers servers = await JobServers.StartAsync(UndisturbedRun.Disturbances);
        await using (JobProcess job = servers.Run())
        {
            job.AwaitBatch(1);
            await servers.Redis.LoseMemoryAsync();
            Assert.Equal(1, await job.ExitCodeAsync());
            Assert.Contains("\nSTORE_NOT_READY", job.Errors, StringComparison.Ordinal);
        }

        await using (JobProcess again = servers.Run())
        {
            Assert.Equal(1, await again.ExitCodeAsync());
            Assert.StartsWith("STORE_NOT_READY", again.Errors, StringComparison.Ordinal);
            Assert.Contains("sd claims rebuild", again.Errors, StringComparison.Ordinal);
        }

        ProcessStartInfo rebuild = new("dotnet", [typeof(CommandLine).Assembly.Location, "claims", "rebuild"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in (string[])[Variables.Kafka, Variables.Redis])
        {
            rebuild.Environment[name] = servers.Environment[name];
        }

        using (Process claims = Process.Start(rebuild)!)
        {
            Task<string> errors = claims.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await claims.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await claims.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(claims.ExitCode == 0, await errors);
            Assert.StartsWith("Rebuilt from", output, StringComparison.Ordinal);
        }

        await servers.CatchUpAsync();
        AssertSame(servers);
    }

    [Fact]
    public async Task Two_matchers_over_one_Redis_book_nothing_twice_and_no_trip_beyond_its_room()
    {
        await using JobServers servers = await JobServers.StartAsync();
        await using JobProcess first = servers.Run("--once", "--checkpoint", Path.Combine(servers.Environment["SD_HOME"], "first"));
        await using JobProcess second = servers.RunInBatchesOf(75, "--once", "--checkpoint", Path.Combine(servers.Environment["SD_HOME"], "second"));

        Assert.True(await first.ExitCodeAsync() == 0, first.Errors);
        Assert.True(await second.ExitCodeAsync() == 0, second.Errors);

        RecountResult books = servers.Recount();
        AssertBalanced(books);
        Assert.InRange(books.Matched, 250, 500);
    }

    private static void AssertBalanced(RecountResult books) => Assert.True(books.Balanced, string.Join('\n', books.Faults));

    private void AssertSame(JobServers servers)
    {
        AssertBalanced(servers.Recount());
        Assert.Equal(undisturbed.Fates, servers.Fates());
    }

    /// <summary>Waits until the job claims, which is the middle of a batch: the store has the claims, the ledger has not.</summary>
    private static async Task AwaitClaimsAsync(JobServers servers, JobProcess job)
    {
        long fence = await servers.FenceAsync();
        await Platform.Eventually.HoldsAsync(async () => job.HasExited || await servers.FenceAsync() > fence, "the job claims");
        Assert.False(job.HasExited, job.Errors);
    }
}
