using System.Diagnostics;
using System.Text.Json;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Payments;

namespace SpecialDelivery.Cli.Demo;

/// <summary>Payments at a steady rate, the job behind them, and the books, from nothing to the balance sheet.</summary>
/// <param name="options">What is played.</param>
/// <param name="addresses">The demo's servers.</param>
internal sealed class PaymentsDemo(DemoOptions options, EngineAddresses addresses)
{
    private const int PaymentsPerSecond = 40_000;

    private static readonly TimeSpan CatchUp = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _read;
    private double _busy;

    /// <summary>Plays.</summary>
    /// <param name="cancel">Stops everything.</param>
    /// <returns>The balance sheet.</returns>
    /// <exception cref="EngineException">A program failed, or the job did not catch up.</exception>
    public async Task<PaymentsSheet> PlayAsync(CancellationToken cancel)
    {
        using CancellationTokenSource jobStop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Say("starting the job transactions on Spark");
        Task<int> job = ProgramProcess.RunAsync(
            ProgramProcess.Jobs, ["transactions", "--json", "--trigger", "00:00:02"], addresses, Listen, jobStop.Token);
        try
        {
            await Task.WhenAny(_running.Task, job);
            ThrowIfEnded(job);
            Say($"sending {PaymentsPerSecond:N0} payments a second for {options.For.TotalSeconds:0} s, one in a thousand stands out, one in two hundred is junk");
            string last = "";
            int exitCode = await ProgramProcess.RunAsync(
                ProgramProcess.Producer,
                [
                    "payments", "--rate", $"{PaymentsPerSecond}", "--density", $"{PaymentsPerSecond}", "--for", $"{options.For.TotalSeconds:0}s", "--seed", $"{options.Seed}",
                    "--anomalies", "0.1%", "--junk", "0.5%", "--json",
                ],
                addresses,
                line => last = line,
                cancel);
            if (exitCode != CommandLine.Done)
            {
                throw new EngineException($"The producer failed with exit code {exitCode}; its lines above say why.");
            }

            using JsonDocument sent = JsonDocument.Parse(last);
            long acknowledged = sent.RootElement.GetProperty("acknowledged").GetInt64();
            Say("waiting until the job has caught up");
            await SettleAsync(acknowledged, job, cancel);
            Say("recounting the topics");
            PaymentBalance balance = await Task.Run(() => new PaymentBooks(addresses.Kafka).Balance(cancel), cancel);
            return new PaymentsSheet(
                options.World,
                Math.Round(sent.RootElement.GetProperty("seconds").GetDouble(), 1),
                sent.RootElement.GetProperty("sent").GetInt64(),
                acknowledged,
                sent.RootElement.GetProperty("counted").GetInt64(),
                Math.Round(Interlocked.Read(ref _read) / _busy),
                balance);
        }
        finally
        {
            await jobStop.CancelAsync();
            await job;
        }
    }

    private static void Say(string step) => Console.Error.WriteLine($"demo           {step}");

    private static void ThrowIfEnded(Task<int> job)
    {
        if (job.IsCompleted)
        {
            throw new EngineException($"The job transactions ended with exit code {job.Result}; its lines above say why.");
        }
    }

    private async Task SettleAsync(long acknowledged, Task<int> job, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        while (Interlocked.Read(ref _read) < acknowledged)
        {
            ThrowIfEnded(job);
            if (Stopwatch.GetElapsedTime(start) > CatchUp)
            {
                throw new EngineException($"The job did not catch up within {CatchUp.TotalMinutes:0} minutes: it read {Interlocked.Read(ref _read):N0} of {acknowledged:N0} payments.");
            }

            await Task.Delay(Pause, cancel);
        }
    }

    private void Listen(string line)
    {
        using JsonDocument report = JsonDocument.Parse(line);
        if (report.RootElement.TryGetProperty("state", out _))
        {
            _running.TrySetResult();
        }
        else
        {
            _busy += report.RootElement.GetProperty("seconds").GetDouble();
            Interlocked.Add(ref _read, report.RootElement.GetProperty("records").GetInt64());
        }
    }
}
