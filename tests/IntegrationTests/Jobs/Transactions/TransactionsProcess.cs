using System.Diagnostics;
using System.Text.Json;
using SpecialDelivery.Engine;
using SpecialDelivery.Jobs;

namespace IntegrationTests.Jobs.Transactions;

/// <summary>The job <c>transactions</c> as a process of its own.</summary>
internal static class TransactionsProcess
{
    /// <summary>Runs it until it has caught up.</summary>
    /// <param name="addresses">Where the servers are.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="options">Its options.</param>
    /// <returns>The lines of its batches.</returns>
    public static async Task<IReadOnlyList<JsonElement>> RunAsync(EngineAddresses addresses, CancellationToken cancel, params string[] options)
    {
        List<JsonElement> batches = [];
        using Process process = Start(addresses, options);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancel);
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            JsonElement report = JsonElement.Parse(line);
            if (report.TryGetProperty("batch", out _))
            {
                batches.Add(report);
            }
        }

        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, await errors);
        return batches;
    }

    /// <summary>Runs it until it has told a batch, and kills it at once: Spark has not noted that batch as done.</summary>
    /// <param name="addresses">Where the servers are.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="options">Its options.</param>
    public static async Task KillAfterAsync(EngineAddresses addresses, long batch, CancellationToken cancel, params string[] options)
    {
        using Process process = Start(addresses, options);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancel);
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (JsonElement.Parse(line).TryGetProperty("batch", out JsonElement told) && told.GetInt64() == batch)
            {
                process.Kill();
                await process.WaitForExitAsync(cancel);
                await errors; // ends when the JVM, which shares it, has ended too
                return;
            }
        }

        Assert.Fail($"The job ended before batch {batch}. {await errors}");
    }

    private static Process Start(EngineAddresses addresses, string[] options)
    {
        ProcessStartInfo start = new("dotnet", [typeof(TransactionsJob).Assembly.Location, "transactions", "--once", "--json", "--driver-memory", "1g", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in addresses.ToEnvironment())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
