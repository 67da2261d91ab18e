using System.Diagnostics;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine.Processes;
using SpecialDelivery.Producer.Worlds;

namespace IntegrationTests.Producer;

/// <summary>One run of the producer program, as a process of its own.</summary>
internal sealed record ProducerRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs to the end.</summary>
    public static Task<ProducerRun> StartAsync(string kafka, CancellationToken cancel, params string[] arguments) =>
        RunAsync(kafka, arguments, _ => { }, cancel);

    /// <summary>Asks the program to end as soon as it tells its first progress.</summary>
    public static Task<ProducerRun> StopEarlyAsync(string kafka, CancellationToken cancel, params string[] arguments) =>
        RunAsync(kafka, arguments, process => Signal.AskToEnd(process.Id), cancel);

    private static async Task<ProducerRun> RunAsync(string kafka, string[] arguments, Action<Process> onProgress, CancellationToken cancel)
    {
        ProcessStartInfo start = new("dotnet", [typeof(IWorld).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variables.Kafka] = kafka;
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
            string? first = await process.StandardError.ReadLineAsync(cancel);
            if (first is not null)
            {
                onProgress(process);
            }

            string error = $"{first}\n{await process.StandardError.ReadToEndAsync(cancel)}";
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, await output, error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
