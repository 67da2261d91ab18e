using System.CommandLine;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli;

/// <summary>Makes verbs that hand their words to a sibling program.</summary>
internal static class ProgramVerb
{
    /// <summary>The words of a verb that are not the command line's own.</summary>
    public static Argument<string[]> Words(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The servers a job needs.</summary>
    /// <param name="job">Its name and options.</param>
    public static ServerSet ServersOf(string[] job) =>
        job.Contains("--help") ? ServerSet.None : job.FirstOrDefault() is "transactions" or "decode" ? ServerSet.Kafka : ServerSet.Stores;

    /// <summary>Connects to the servers that run, starting none: a program talks to what the user has.</summary>
    /// <param name="needed">Those that must answer.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">One does not answer.</exception>
    public static async Task<LocalEngine> ConnectAsync(ServerSet needed, CancellationToken cancel)
    {
        EngineSettings settings = Surroundings.Settings();
        IReadOnlyList<ServerStatus> all = await RunningEngine.StatusAsync(settings, cancel);
        string[] missing = [.. all.Where(one => needed.HasFlag(one.Server) && one.State is not (ServerState.Running or ServerState.Elsewhere)).Select(one => $"{one.Name} at {one.Address} does not answer ({one.State})")];
        return missing.Length == 0
            ? await LocalEngine.UpAsync(settings, ServerSet.None, ServerLifetime.Bound, new ConsoleProgress(), cancel)
            : throw new EngineException($"{string.Join("; ", missing)}. Start the servers with 'sd up'.");
    }
}
