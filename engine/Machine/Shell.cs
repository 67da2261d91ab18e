using System.Diagnostics;

namespace SpecialDelivery.Engine.Machine;

/// <summary>Runs a short program to its end.</summary>
internal static class Shell
{
    /// <summary>Runs it and returns exit code and both outputs, in the order they came from each.</summary>
    /// <exception cref="EngineException">There is no such program.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment, CancellationToken cancel)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancel);
            try
            {
                string all = await output.ConfigureAwait(false) + await errors.ConfigureAwait(false);
                await process.WaitForExitAsync(cancel).ConfigureAwait(false);
                return (process.ExitCode, all);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new EngineException($"'{program}' could not be started: {e.Message}.", e);
        }
    }
}
