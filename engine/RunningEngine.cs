using SpecialDelivery.Engine.Machine;
using SpecialDelivery.Engine.Offline;
using SpecialDelivery.Engine.Processes;
using SpecialDelivery.Engine.Servers;

namespace SpecialDelivery.Engine;

/// <summary>The servers of a home, whichever process started them: how they are, and their end.</summary>
public static class RunningEngine
{
    /// <summary>Asks every server once.</summary>
    /// <param name="settings">Ports, addresses and the home.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One line per server, always in the same order.</returns>
    public static async Task<IReadOnlyList<ServerStatus>> StatusAsync(EngineSettings settings, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Dictionary<ServerSet, ServerRecord> alive = new ServerRegister(settings.Home).Alive().ToDictionary(record => record.Kind);
        return await Task.WhenAll(ServersOf(settings).Select(server => StatusOfAsync(server, alive.GetValueOrDefault(server.Kind), cancel))).ConfigureAwait(false);
    }

    /// <summary>Stops the servers that <c>sd up</c> started, all at once. Those bound to another running sd stay: it stops them itself.</summary>
    /// <param name="settings">The home.</param>
    /// <param name="purge">Whether to delete data, logs and unpacked parts too.</param>
    /// <param name="progress">Hears every step.</param>
    /// <param name="cancel">Gives up waiting for another sd; a stop that has begun is finished.</param>
    /// <returns>How many servers were stopped.</returns>
    /// <exception cref="EngineException">The data cannot be deleted, because another sd uses it.</exception>
    public static async Task<int> DownAsync(EngineSettings settings, bool purge, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(progress);
        if (!settings.Home.Exists)
        {
            return 0;
        }

        Dictionary<ServerSet, string> names = ServersOf(settings).ToDictionary(server => server.Kind, server => server.Name);
        ServerRegister register = new(settings.Home);
        int stopped;
        using (FileLock only = await register.LockAsync(progress, cancel).ConfigureAwait(false))
        {
            IReadOnlyList<ServerRecord> alive = register.Alive();
            ServerRecord[] ours = [.. alive.Where(record => record.Owner is not { IsAlive: true })];
            await Task.WhenAll(ours.Select(record => StopAsync(record, names[record.Kind], progress))).ConfigureAwait(false);
            stopped = ours.Length;
            IReadOnlyList<ServerRecord> left = register.Alive();
            register.Write(left);
            foreach (ServerRecord record in left)
            {
                progress.Report(new EngineProgress(names[record.Kind], $"belongs to the sd with pid {record.Owner?.Pid}, which stops it when it ends"));
            }

            if (purge && left.Count > 0)
            {
                throw new EngineException($"Nothing was deleted: the sd with pid {left[0].Owner?.Pid} uses the servers.");
            }
        }

        if (purge)
        {
            Purge(EngineFolders.Of(settings.Home), names, settings.Home);
        }

        return stopped;
    }

    private static async Task StopAsync(ServerRecord record, string name, IProgress<EngineProgress> progress)
    {
        await ServerProcess.StopAsync(record.Process, TimeSpan.FromSeconds(record.StopsWithinSeconds)).ConfigureAwait(false);
        progress.Report(new EngineProgress(name, $"stopped (pid {record.Process.Pid})", 1));
    }

    /// <summary>Deletes what the engine made and nothing else: the home may be a folder that holds other things.</summary>
    private static void Purge(EngineFolders folders, Dictionary<ServerSet, string> names, DirectoryInfo home)
    {
        ReachableFolder.Remove(folders.DataOf(names[ServerSet.Elasticsearch]));
        ReachableFolder.Remove(folders.Parts);
        foreach (DirectoryInfo folder in new[] { folders.Data, folders.Logs, folders.Parts }.Where(folder => folder.Exists))
        {
            folder.Delete(recursive: true);
        }

        foreach (FileInfo file in home.EnumerateFiles("servers.*"))
        {
            file.Delete();
        }
    }

    private static async Task<ServerStatus> StatusOfAsync(IServer server, ServerRecord? record, CancellationToken cancel)
    {
        if (server.IsElsewhere)
        {
            bool answers = await Existing.WhyNotAsync(server, cancel).ConfigureAwait(false) is null;
            return new ServerStatus(server.Kind, server.Name, server.Address, null, answers ? ServerState.Elsewhere : ServerState.Unreachable);
        }

        if (record is null)
        {
            return new ServerStatus(server.Kind, server.Name, server.Address, null, ServerState.Stopped);
        }

        string? refusal = await Existing.WhyNotAsync(server, cancel).ConfigureAwait(false);
        return new ServerStatus(server.Kind, server.Name, record.Address, record.Process.Pid, refusal is null ? ServerState.Running : ServerState.Silent);
    }

    private static IReadOnlyList<IServer> ServersOf(EngineSettings settings) =>
        AllServers.From(new ServerContext(settings, EngineFolders.Of(settings.Home), EngineParts.None, Temporary: null, new Progress<EngineProgress>()));
}
