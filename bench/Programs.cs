using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Bench;

/// <summary>Runs the product's programs from this clone.</summary>
internal static class Programs
{
    /// <summary>Runs one to its end.</summary>
    /// <param name="folder">Its folder, such as <c>producer</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="onOutput">Receives each line of its standard output; null to share this program's own.</param>
    /// <param name="addresses">Where the servers are.</param>
    /// <param name="cancel">Asks it to stop.</param>
    /// <exception cref="EngineException">It failed.</exception>
    public static async Task RunAsync(string folder, string[] arguments, Action<string>? onOutput, EngineAddresses addresses, CancellationToken cancel)
    {
        string name = $"SpecialDelivery.{char.ToUpperInvariant(folder[0])}{folder[1..]}.dll";
        string program = Path.Combine(RepositoryRoot.Find().FullName, folder, "bin", "Release", "net10.0", name);
        int exitCode = await BoundProgram.RunAsync("dotnet", [program, .. arguments], addresses.ToEnvironment(), onOutput, cancel);
        if (exitCode != 0)
        {
            throw new EngineException($"{name} failed with exit code {exitCode}; its lines above say why.");
        }
    }

    /// <summary>Runs one to its end.</summary>
    /// <returns>The last line of its standard output.</returns>
    public static async Task<string> LastLineAsync(string folder, string[] arguments, EngineAddresses addresses, CancellationToken cancel)
    {
        string last = "";
        await RunAsync(folder, arguments, line => last = line, addresses, cancel);
        return last;
    }
}
