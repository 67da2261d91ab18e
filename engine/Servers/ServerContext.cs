using SpecialDelivery.Engine.Offline;

namespace SpecialDelivery.Engine.Servers;

/// <summary>What all servers are made from.</summary>
/// <param name="Settings">Ports, heaps, addresses.</param>
/// <param name="Folders">Where things lie.</param>
/// <param name="Parts">The parts in the repository.</param>
/// <param name="Temporary">The folder that goes with the servers; null when their data lasts.</param>
/// <param name="Progress">Hears what takes a while.</param>
internal sealed record ServerContext(
    EngineSettings Settings, EngineFolders Folders, EngineParts Parts, DirectoryInfo? Temporary, IProgress<EngineProgress> Progress)
{
    /// <summary>The data folder of a server, made if need be.</summary>
    public DirectoryInfo DataOf(string server)
    {
        DirectoryInfo folder = Folders.DataOf(server);
        folder.Create();
        return folder;
    }

    /// <summary>An unpacked part.</summary>
    public Task<DirectoryInfo> PartAsync(string name, CancellationToken cancel) => PartUnpacker.EnsureAsync(Parts[name], Folders.Parts, Progress, cancel);
}
