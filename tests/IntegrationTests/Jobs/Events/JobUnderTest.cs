using System.Diagnostics;
using SpecialDelivery.Jobs;

namespace IntegrationTests.Jobs.Events;

/// <summary>The events job as a process that can be killed.</summary>
internal sealed class JobUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    public JobUnderTest(EventsServers servers, params string[] options)
    {
        ProcessStartInfo start = new("dotnet", [typeof(EventsJob).Assembly.Location, "events", "--json", "--driver-memory", "1g", .. options]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in servers.Engine.Addresses.ToEnvironment())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    /// <summary>Waits for so many reports of batches.</summary>
    public async Task BatchesAsync(int batches, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        while (batches > 0)
        {
            string? line = await _process.StandardOutput.ReadLineAsync(limit.Token);
            Assert.NotNull(line);
            batches -= line.StartsWith("{\"batch\"", StringComparison.Ordinal) ? 1 : 0;
        }
    }

    /// <summary>Ends it at once, as a crash would; its JVM follows by itself.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
