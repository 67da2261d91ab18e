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

    private long _read;
    private double _busy;

    /// <summary>Plays.</summary>
    /// <param name="cancel">Stops everything.</param>
    /// <returns>The balance sheet.</returns>
    /// <exception cref="EngineException">A program failed, or the job did not catch up.</exception>
    public async Task<PaymentsSheet> PlayAsync(CancellationToken cancel)
    {
        DemoProgram.Say("starting the job transactions on Spark");
        await using DemoProgram job = await DemoProgram.StartJobAsync("transactions", ["--trigger", "00:00:02"], addresses, Listen, cancel);
        DemoProgram.Say($"sending {PaymentsPerSecond:N0} payments a second for {options.For.TotalSeconds:0} s, one in a thousand stands out, one in two hundred is junk");
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
        DemoProgram.Say("waiting until the job has caught up");
        await DemoProgram.UntilAsync(
            () => Task.FromResult(Interlocked.Read(ref _read) >= acknowledged), () => $"the job reads all: it read {Interlocked.Read(ref _read):N0} of {acknowledged:N0} payments", [job], cancel);
        DemoProgram.Say("recounting the topics");
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

    private void Listen(JsonElement batch)
    {
        _busy += batch.GetProperty("seconds").GetDouble();
        Interlocked.Add(ref _read, batch.GetProperty("records").GetInt64());
    }
}
