using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Cli;

/// <summary>Starts the sibling programs, which the build of this one leaves beside it in the clone: they meet only in names, never in references.</summary>
internal static class ProgramProcess
{
    /// <summary>The jobs.</summary>
    public static FileInfo Jobs => Built("jobs", "SpecialDelivery.Jobs");

    /// <summary>The producer.</summary>
    public static FileInfo Producer => Built("producer", "SpecialDelivery.Producer");

    /// <summary>The REST service.</summary>
    public static FileInfo Api => Built("api", "SpecialDelivery.Api");

    /// <summary>The benchmarks.</summary>
    public static FileInfo Bench => Built("bench", "SpecialDelivery.Bench");

    /// <summary>Runs a program to its end with the addresses of the servers in its environment.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="addresses">Where the servers are.</param>
    /// <param name="onOutput">Receives each line of its standard output; null to show it.</param>
    /// <param name="cancel">Asks it to stop.</param>
    /// <returns>Its exit code.</returns>
    public static Task<int> RunAsync(
        FileInfo program, IEnumerable<string> arguments, EngineAddresses addresses, Action<string>? onOutput, CancellationToken cancel) =>
        RunAsync(program, arguments, addresses.ToEnvironment(), onOutput, cancel);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Where the servers are, and what else it is told by variables.</param>
    /// <param name="onOutput">Receives each line of its standard output; null to show it.</param>
    /// <param name="cancel">Asks it to stop.</param>
    /// <returns>Its exit code.</returns>
    public static Task<int> RunAsync(
        FileInfo program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, Action<string>? onOutput, CancellationToken cancel) =>
        program.Exists
            ? BoundProgram.RunAsync("dotnet", [program.FullName, .. arguments], environment, onOutput, cancel)
            : throw new EngineException($"{program.FullName} is missing: build it with 'dotnet build {Path.Combine(Surroundings.Root.FullName, "SpecialDelivery.sln")} -c Release'.");

    private static FileInfo Built(string folder, string assembly) =>
        new(Path.Combine(Surroundings.Root.FullName, folder, "bin", "Release", "net10.0", assembly + ".dll"));
}
