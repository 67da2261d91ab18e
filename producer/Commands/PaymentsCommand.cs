using System.CommandLine;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Producer.Payments;

namespace SpecialDelivery.Producer.Commands;

/// <summary>The command <c>payments</c>: payments at full speed.</summary>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
internal sealed class PaymentsCommand(string kafka)
{
    private const string Description =
        """
        Send payments (topic financial_transactions) of a seeded stream as fast as the broker takes them.

        Every field is a function of (seed, id). What stands out carries the header 'anomaly'; a record's own time is its transactionTime.
        The last line holds what was sent, what the broker acknowledged and by how much its end offsets grew: the three must agree.

        Examples:
          payments --records 10000000
          payments --for 60s --rate 50000 --density 50000 --anomalies 0.1% --junk 0.5%
          payments --threads 4 --compression none --acks 1 --idempotence false
          payments --ladder                                  what threads, batches, compression and processes bring here
        """;

    private readonly PaymentsOptions _options = new();

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new("payments", Description);
        _options.AddTo(command);
        command.SetAction((result, stop) => RunAsync(_options.Read(result), result.InvocationConfiguration, stop));
        return command;
    }

    private async Task<int> RunAsync(PaymentsArguments arguments, InvocationConfiguration console, CancellationToken stop)
    {
        await Task.Yield(); // the library listens for Ctrl-C and SIGTERM only once this method has returned to it
        List<string> faults = [.. arguments.Faults()];
        if (faults.Count > 0)
        {
            faults.ForEach(console.Error.WriteLine);
            return ExitCode.Usage;
        }

        try
        {
            PaymentsRun run = new(kafka, console.Error);
            if (arguments.Ladder)
            {
                return await new PaymentsLadder(run, console.Output).ClimbAsync(arguments, stop).ConfigureAwait(false) ? ExitCode.Done : ExitCode.Failed;
            }

            PaymentsResult result = await run.RunAsync(arguments, stop).ConfigureAwait(false);
            await console.Output.WriteLineAsync(arguments.Json ? result.ToJson() : result.ToString()).ConfigureAwait(false);
            return result.IsComplete ? ExitCode.Done : ExitCode.Failed;
        }
        catch (Exception fault) when (fault is TopicException or IOException)
        {
            await console.Error.WriteLineAsync(fault.Message).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }
}
