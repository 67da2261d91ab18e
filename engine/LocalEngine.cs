using SpecialDelivery.Engine.Machine;
using SpecialDelivery.Engine.Offline;
using SpecialDelivery.Engine.Servers;

namespace SpecialDelivery.Engine;

/// <summary>Real servers on this machine: found, started, and stopped again.</summary>
public sealed class LocalEngine : IAsyncDisposable
{
    private readonly ServerContext _context;
    private readonly ServerLauncher _launcher;

    private LocalEngine(ServerContext context, ServerLauncher launcher, EngineAddresses addresses)
    {
        _context = context;
        _launcher = launcher;
        Addresses = addresses;
    }

    /// <summary>Where the servers are.</summary>
    public EngineAddresses Addresses { get; }

    /// <summary>The settings the servers were started with.</summary>
    public EngineSettings Settings => _context.Settings;

    /// <summary>Those that this call started; the others were there already.</summary>
    public ServerSet Started => _launcher.Started;

    /// <summary>Makes sure that servers run: those a setting names elsewhere, those that run already, and the rest started now, all at once.</summary>
    /// <param name="settings">Ports, addresses and the home.</param>
    /// <param name="servers">Which servers.</param>
    /// <param name="lifetime">Whether started servers go with this process.</param>
    /// <param name="progress">Hears every step.</param>
    /// <param name="cancel">Gives up; what this call started is stopped.</param>
    /// <exception cref="EngineException">A port is taken, a part is damaged, a server did not come up: says which and what to do.</exception>
    public static async Task<LocalEngine> UpAsync(
        EngineSettings settings, ServerSet servers, ServerLifetime lifetime, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ServerContext context = new(settings, EngineFolders.Of(settings.Home), PartsOfThisClone(), Temporary: null, progress);
        await SystemPackages.EnsureAsync(progress, cancel).ConfigureAwait(false);
        ServerRegister register = new(settings.Home);
        using FileLock only = await register.LockAsync(progress, cancel).ConfigureAwait(false);
        ServerLauncher launcher = new(context, lifetime, register);
        return await StartAsync(context, launcher, servers, cancel).ConfigureAwait(false);
    }

    /// <summary>Starts servers of their own for a test: free ports, temporary folders, gone when this is disposed and when this process dies.</summary>
    /// <param name="servers">Which servers.</param>
    /// <param name="progress">Hears every step.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">A server did not come up.</exception>
    public static async Task<LocalEngine> StartTemporaryAsync(ServerSet servers, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        EngineSettings lasting = EngineSettings.From(Environment.GetEnvironmentVariable, RepositoryRoot.Find());
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("special-delivery-");
        try
        {
            OpenToOtherUsers(temporary);
            IReadOnlyList<int> ports = LoopbackPorts.Free(8);
            EngineSettings settings = new()
            {
                Home = temporary,
                KafkaPort = ports[0],
                KafkaControllerPort = ports[1],
                RedisPort = ports[2],
                ElasticsearchPort = ports[3],
                ElasticsearchTransportPort = ports[4],
                SparkMasterPort = ports[5],
                SparkMasterPagePort = ports[6],
                SparkWorkerPagePort = ports[7],
                KafkaHeapMegabytes = 512,
                ElasticsearchHeapMegabytes = 512,
            };
            ServerContext context = new(settings, EngineFolders.Of(lasting.Home).WithDataIn(temporary), PartsOfThisClone(), temporary, progress);
            await SystemPackages.EnsureAsync(progress, cancel).ConfigureAwait(false);
            return await StartAsync(context, new ServerLauncher(context, ServerLifetime.Bound, register: null), servers, cancel).ConfigureAwait(false);
        }
        catch
        {
            temporary.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Lays parts ready in a home without starting anything.</summary>
    /// <param name="settings">The home.</param>
    /// <param name="parts">Names of parts; none for all.</param>
    /// <param name="progress">Hears every step.</param>
    /// <param name="cancel">Stops between two files.</param>
    /// <returns>The folder of each part.</returns>
    /// <exception cref="EngineException">No part has such a name, or an archive is missing or damaged.</exception>
    public static async Task<IReadOnlyList<DirectoryInfo>> UnpackAsync(
        EngineSettings settings, IReadOnlyList<string> parts, IProgress<EngineProgress> progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(parts);
        EngineParts known = PartsOfThisClone();
        DirectoryInfo under = EngineFolders.Of(settings.Home).Parts;
        under.Create();
        List<DirectoryInfo> folders = [];
        foreach (string name in parts.Count > 0 ? parts : [.. known.All.Select(part => part.Name)])
        {
            folders.Add(name == EngineParts.Spark
                ? await SparkHome.EnsureAsync(known, under, progress, cancel).ConfigureAwait(false)
                : await PartUnpacker.EnsureAsync(known[name], under, progress, cancel).ConfigureAwait(false));
        }

        return folders;
    }

    /// <summary>Ends one server at once, as a crash would; for tests of faults.</summary>
    /// <param name="server">One that this call started.</param>
    public Task KillAsync(ServerSet server) => _launcher.KillAsync(server);

    /// <summary>Starts one server again on its old data; for tests of faults.</summary>
    /// <param name="server">One that was killed.</param>
    /// <param name="cancel">Gives up.</param>
    public Task StartAgainAsync(ServerSet server, CancellationToken cancel) => _launcher.StartAsync(server, cancel);

    /// <summary>Stops the bound servers that this call started, and deletes temporary data.</summary>
    public async ValueTask DisposeAsync()
    {
        await _launcher.DisposeAsync().ConfigureAwait(false);
        if (_context.Temporary is { } temporary)
        {
            ReachableFolder.Remove(_context.Folders.DataOf(_launcher.NameOf(ServerSet.Elasticsearch)));
            if (temporary.Exists)
            {
                temporary.Delete(recursive: true);
            }
        }
    }

    private static async Task<LocalEngine> StartAsync(
        ServerContext context, ServerLauncher launcher, ServerSet servers, CancellationToken cancel)
    {
        try
        {
            Task<DirectoryInfo> spark = SparkHome.EnsureAsync(context.Parts, context.Folders.Parts, context.Progress, cancel);
            await Task.WhenAll(launcher.StartAsync(servers, cancel), spark).ConfigureAwait(false);
            EngineAddresses addresses = new(
                launcher.AddressOf(ServerSet.Kafka),
                launcher.AddressOf(ServerSet.Redis),
                new Uri(launcher.AddressOf(ServerSet.Elasticsearch)),
                context.Settings.SparkMaster ?? "local[*]",
                await spark.ConfigureAwait(false),
                JavaHome.Find(),
                context.Settings.Home);
            return new LocalEngine(context, launcher, addresses);
        }
        catch
        {
            await launcher.AbandonAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static EngineParts PartsOfThisClone() => EngineParts.In(EngineParts.FolderIn(RepositoryRoot.Find()));

    private static void OpenToOtherUsers(DirectoryInfo folder) => File.SetUnixFileMode(folder.FullName,
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
}
