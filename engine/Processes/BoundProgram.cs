using System.Diagnostics;

namespace SpecialDelivery.Engine.Processes;

/// <summary>Runs a program of this product to its end: it shares this process's outputs, is asked to stop when this one is, and never outlives it.</summary>
public static class BoundProgram
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    /// <summary>Runs it.</summary>
    /// <param name="fileName">The program, a path or a name on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables on top of this process's own.</param>
    /// <param name="onOutput">Receives each line of its standard output instead of this process's own; null to share that.</param>
    /// <param name="cancel">Asks it to stop (SIGTERM); after a while it is killed with all it started.</param>
    /// <returns>Its exit code, also when it was asked to stop; 128 + n when signal n ended it.</returns>
    public static async Task<int> RunAsync(
        string fileName, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, Action<string>? onOutput, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ProcessStartInfo start = new(fileName, arguments) { RedirectStandardOutput = onOutput is not null };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Guard.Start(start, ServerLifetime.Bound, log: null, leftover: null, Grace);
        if (onOutput is not null)
        {
            process.OutputDataReceived += (_, line) =>
            {
                if (line.Data is not null)
                {
                    onOutput(line.Data);
                }
            };
            process.BeginOutputReadLine();
        }

        try
        {
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            if (ProcessIdentity.Of(process.Id) is { } identity)
            {
                await ServerProcess.StopAsync(identity, Grace).ConfigureAwait(false);
            }

            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return process.ExitCode;
    }
}
