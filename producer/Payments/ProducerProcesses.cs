using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace SpecialDelivery.Producer.Payments;

/// <summary>Splits a run over processes of this program: each has a runtime of its own and sends its own range of ids.</summary>
internal static class ProducerProcesses
{
    /// <summary>Ids of one process when a run ends by time: more than any sends.</summary>
    private const long Range = 1_000_000_000_000;

    /// <summary>Runs.</summary>
    /// <param name="arguments">Of the whole.</param>
    /// <param name="log">Receives what the processes say.</param>
    /// <param name="stop">Ends early: the processes hear Ctrl-C themselves.</param>
    /// <exception cref="IOException">A process failed.</exception>
    public static async Task<PaymentsResult> RunAsync(PaymentsArguments arguments, TextWriter log, CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        PaymentsResult[] parts = await Task.WhenAll(
            Enumerable.Range(0, arguments.Processes).Select(number => OneAsync(PartOf(arguments, number), log, stop))).ConfigureAwait(false);
        return new(
            parts.Sum(part => part.Sent),
            parts.Sum(part => part.Acknowledged),
            0,
            parts.Sum(part => part.Bytes),
            parts.Sum(part => part.Anomalies),
            parts.Sum(part => part.Junk),
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            parts.Sum(part => part.CpuSeconds));
    }

    private static PaymentsArguments PartOf(PaymentsArguments whole, int number)
    {
        long? records = whole.Records is { } all ? (all * (number + 1) / whole.Processes) - (all * number / whole.Processes) : null;
        long first = whole.First + (whole.Records is { } count ? count * number / whole.Processes : Range * number);
        return whole with { Processes = 1, Records = records, First = first, Rate = whole.Rate / whole.Processes };
    }

    private static async Task<PaymentsResult> OneAsync(PaymentsArguments arguments, TextWriter log, CancellationToken stop)
    {
        ProcessStartInfo start = new("dotnet", [Assembly.GetExecutingAssembly().Location, .. Words(arguments)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new IOException("dotnet did not start.");
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                log.WriteLine($"{process.Id}: {line.Data}");
            }
        };
        process.BeginErrorReadLine();
        using CancellationTokenRegistration _ = stop.Register(() => process.Kill());
        string output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 ? PaymentsResult.Parse(lines[^1]) : throw new IOException($"A producing process ended with {process.ExitCode} and told nothing.");
    }

    private static IEnumerable<string> Words(PaymentsArguments arguments)
    {
        (string Option, IFormattable? Value)[] numbers =
        [
            ("--records", arguments.Records), ("--rate", arguments.Rate), ("--first", arguments.First), ("--threads", arguments.Threads),
            ("--partitions", arguments.Partitions), ("--seed", arguments.Stream.Seed), ("--anomalies", arguments.Stream.AnomalyFraction),
            ("--junk", arguments.Stream.JunkFraction), ("--density", arguments.Stream.Density), ("--batch-bytes", arguments.Writer.BatchBytes),
            ("--batch-records", arguments.Writer.BatchRecords), ("--in-flight", arguments.Writer.InFlight),
        ];
        return
        [
            "payments", "--json", .. numbers.Where(number => number.Value is not null)
                .SelectMany(number => new[] { number.Option, number.Value!.ToString(null, CultureInfo.InvariantCulture) }),
            .. arguments.For is { } time ? [ "--for", $"{(long)time.TotalMilliseconds}ms" ] : Array.Empty<string>(),
            "--linger", $"{(long)arguments.Writer.Linger.TotalMilliseconds}ms",
            "--compression", arguments.Writer.Compress ? "lz4" : "none",
            "--acks", arguments.Writer.AllReplicas ? "all" : "1",
            "--idempotence", arguments.Writer.Idempotent ? "true" : "false",
            "--client", arguments.Librdkafka ? "librdkafka" : "batches",
        ];
    }
}
