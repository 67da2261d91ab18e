using System.Text.Json;
using SpecialDelivery.Engine.Machine;
using SpecialDelivery.Engine.Offline;
using SpecialDelivery.Engine.Probes;
using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Engine.Servers;

/// <summary>Elasticsearch as one node. It refuses to run as root, so root starts it as an unprivileged user.</summary>
internal sealed class ElasticsearchServer(ServerContext context) : IServer
{
    private readonly Uri _address = context.Settings.Elasticsearch ?? new Uri($"http://{ServerAddress.Loopback}:{context.Settings.ElasticsearchPort}");

    public ServerSet Kind => ServerSet.Elasticsearch;

    public string Name => "elasticsearch";

    public string Address => _address.GetLeftPart(UriPartial.Authority);

    public string? AddressVariable => EngineVariables.Elasticsearch;

    public bool IsElsewhere => context.Settings.Elasticsearch is not null;

    public IReadOnlyList<Port> Ports =>
    [
        new(context.Settings.ElasticsearchPort, EngineVariables.ElasticsearchPort),
        new(context.Settings.ElasticsearchTransportPort, EngineVariables.ElasticsearchTransportPort),
    ];

    public async Task<ServerCommand> PrepareAsync(CancellationToken cancel)
    {
        UnprivilegedUser? user = Environment.IsPrivilegedProcess
            ? await UnprivilegedUser.EnsureAsync(step => context.Progress.Report(new EngineProgress(Name, step)), cancel).ConfigureAwait(false)
            : null;
        context.Folders.Parts.Create();
        DirectoryInfo data = await ReachableFolder.ForAsync(context.DataOf(Name), user, cancel).ConfigureAwait(false);
        DirectoryInfo parts = await ReachableFolder.ForAsync(context.Folders.Parts, user, cancel).ConfigureAwait(false);
        DirectoryInfo distribution = await PartUnpacker.EnsureAsync(context.Parts[EngineParts.Elasticsearch], parts, context.Progress, cancel).ConfigureAwait(false);
        foreach (string folder in new[] { "plugins", "logs" })
        {
            distribution.CreateSubdirectory(folder); // empty, so the archive does not hold them; Elasticsearch lists them all the same
        }

        DirectoryInfo config = await ConfigureAsync(data, cancel).ConfigureAwait(false);
        if (user is not null)
        {
            await user.TakeOwnershipAsync(data, cancel).ConfigureAwait(false);
        }

        string program = Path.Combine(distribution.FullName, "bin", "elasticsearch");
        string[] command = user is null ? [program] : [.. user.Run(program)];
        return new ServerCommand(Name, command[0], command[1..], data, context.Folders.LogOf(Name))
        {
            Environment = new Dictionary<string, string?>
            {
                ["ES_JAVA_HOME"] = JavaHome.Find().FullName,
                ["ES_JAVA_OPTS"] = $"-Xms{context.Settings.ElasticsearchHeapMegabytes}m -Xmx{context.Settings.ElasticsearchHeapMegabytes}m",
                ["ES_PATH_CONF"] = config.FullName,
                ["ES_TMPDIR"] = Path.Combine(data.FullName, "tmp"),
                ["CLI_JAVA_OPTS"] = "-XX:TieredStopAtLevel=1", // the launcher's JVM lives for seconds
                ["JAVA_HOME"] = null,
                ["JAVA_TOOL_OPTIONS"] = null,
                ["HOME"] = data.FullName,
            },
            StartsWithin = TimeSpan.FromMinutes(5),
            StopsWithin = TimeSpan.FromSeconds(30),
            RemoveWhenOrphaned = context.Temporary,
        };
    }

    public async Task ProbeAsync(CancellationToken cancel) => await HttpProbe.AskAsync(new Uri(_address, "/"), cancel).ConfigureAwait(false);

    private async Task<DirectoryInfo> ConfigureAsync(DirectoryInfo data, CancellationToken cancel)
    {
        DirectoryInfo config = data.CreateSubdirectory("config");
        config.CreateSubdirectory("jvm.options.d");
        data.CreateSubdirectory("tmp");
        DirectoryInfo logs = data.CreateSubdirectory("logs");

        string settings = $"""
            cluster.name: special-delivery
            node.name: local
            discovery.type: single-node
            network.host: {ServerAddress.Loopback}
            http.port: {context.Settings.ElasticsearchPort}
            transport.port: {context.Settings.ElasticsearchTransportPort}
            path.data: {Quoted(data.CreateSubdirectory("nodes"))}
            path.logs: {Quoted(logs)}
            # An index that nobody made has guessed mappings: writing to it is an error instead.
            action.auto_create_index: false
            # Loopback only, so without users; whoever opens it to a network uses a server of their own.
            xpack.security.enabled: false
            # A developer's disk is often nearly full: that is no reason to refuse writes.
            cluster.routing.allocation.disk.threshold_enabled: false

            """;
        string jvm = $$"""
            -XX:+UseG1GC
            -XX:+ExitOnOutOfMemoryError
            -Djava.io.tmpdir=${ES_TMPDIR}
            -XX:ErrorFile={{logs.FullName}}/hs_err_pid%p.log

            """;
        await File.WriteAllTextAsync(Path.Combine(config.FullName, "elasticsearch.yml"), settings, cancel).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(config.FullName, "jvm.options"), jvm, cancel).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(config.FullName, "log4j2.properties"), EmbeddedText.Read("elasticsearch-log4j2.properties"), cancel).ConfigureAwait(false);
        return config;
    }

    private static string Quoted(DirectoryInfo folder) => JsonSerializer.Serialize(folder.FullName);
}
