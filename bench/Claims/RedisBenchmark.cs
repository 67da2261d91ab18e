using System.Diagnostics;
using System.Globalization;

namespace SpecialDelivery.Bench.Claims;

/// <summary>Redis's own load generator: what the server can do when the client costs next to nothing.</summary>
internal static class RedisBenchmark
{
    /// <summary>Runs one command again and again; each <c>__rand_int__</c> in it becomes another 12-digit number each time.</summary>
    /// <param name="address">Redis's <c>host:port</c>.</param>
    /// <param name="requests">How often.</param>
    /// <param name="range">Random numbers are below this.</param>
    /// <param name="command">The command and its arguments.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Requests per second.</returns>
    /// <exception cref="InvalidOperationException">redis-benchmark is missing, failed or said something else.</exception>
    public static async Task<double> RunAsync(string address, int requests, int range, IEnumerable<string> command, CancellationToken cancel)
    {
        string[] endpoint = address.Split(':');
        ProcessStartInfo start = new("redis-benchmark") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (IEnumerable<string>)
            ["-h", endpoint[0], "-p", endpoint[1], "-c", "2", "-P", "2", "-n", $"{requests}", "-r", $"{range}", "--csv", .. command])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("redis-benchmark did not start: it comes with Debian's redis-tools.");
        Task<string> errors = process.StandardError.ReadToEndAsync(cancel);
        string output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);

        // Columns: test (the whole command), rps, and six latencies.
        string[] columns = output.Trim().Split("\",\"");
        return process.ExitCode == 0 && columns.Length >= 8 && double.TryParse(columns[^7], CultureInfo.InvariantCulture, out double rate)
            ? rate
            : throw new InvalidOperationException($"redis-benchmark ended with {process.ExitCode}: {await errors}");
    }
}
