using System.Diagnostics;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Producer.Worlds;

namespace IntegrationTests.Producer;

/// <summary>One run of the producer program, as a process of its own.</summary>
internal sealed record ProducerRun(int ExitCode, string Output, string Error)
{
    public static async Task<ProducerRun> StartAsync(string kafka, CancellationToken cancel, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(IWorld).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variables.Kafka] = kafka;
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
            Task<string> error = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
