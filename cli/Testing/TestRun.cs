using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Cli.Testing;

/// <summary>Builds the clone and runs its test programs.</summary>
internal static class TestRun
{
    private const string ClearLine = "\r\u001b[K";

    /// <summary>Builds everything, as a fresh clone would.</summary>
    /// <returns>Whether it built; the errors have been shown.</returns>
    public static async Task<bool> BuildAsync(CancellationToken cancel)
    {
        await Console.Error.WriteLineAsync("Building...");
        string solution = Path.Combine(Surroundings.Root.FullName, "SpecialDelivery.sln");
        int exitCode = await BoundProgram.RunAsync(
            "dotnet", ["build", solution, "-c", "Release", "-v:q", "-nologo", "-clp:NoSummary;ErrorsOnly", "-nodeReuse:false"], new Dictionary<string, string>(), null, cancel);
        return exitCode == 0;
    }

    /// <summary>Runs one test program.</summary>
    /// <param name="name">Its project.</param>
    /// <param name="options">Options of the xunit runner, such as filters.</param>
    /// <param name="environment">Variables for the tests.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What passed, failed and was skipped; a runner that did not come to its end counts as one more failure.</returns>
    public static async Task<TestCounts> RunAsync(string name, IReadOnlyList<string> options, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        string program = Path.Combine(Surroundings.Root.FullName, "tests", name, "bin", "Release", "net10.0", name + ".dll");
        if (!File.Exists(program))
        {
            throw new EngineException($"{program} is missing: the build did not make it.");
        }

        await Console.Error.WriteLineAsync(name);
        bool isTerminal = !Console.IsErrorRedirected;
        TestReport report = new(
            line => Console.Error.WriteLine(isTerminal ? ClearLine + line : line),
            line => Console.Error.Write(isTerminal ? ClearLine + Shortened(line) : ""));
        int exitCode = await BoundProgram.RunAsync("dotnet", [program, "-automated", .. options], environment, report.Take, cancel);
        cancel.ThrowIfCancellationRequested();
        await Console.Error.WriteLineAsync($"{(isTerminal ? ClearLine : "")}{name}: {report.Counts}");
        if (report.IsComplete)
        {
            return report.Counts;
        }

        await Console.Error.WriteLineAsync($"{name} ended with code {exitCode} before it was through.");
        return report.Counts + new TestCounts(0, 1, 0);
    }

    private static string Shortened(string line)
    {
        int width = Math.Max(20, Console.WindowWidth - 1);
        return line.Length > width ? line[..width] : line;
    }
}
