using System.Buffers.Text;
using System.Security.Cryptography;
using SpecialDelivery.Engine.Machine;
using SpecialDelivery.Engine.Offline;
using SpecialDelivery.Engine.Probes;
using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Engine.Servers;

/// <summary>Kafka as one node that is broker and controller (KRaft).</summary>
internal sealed class KafkaServer(ServerContext context) : IServer
{
    private readonly ServerAddress _address = context.Settings.Kafka ?? new ServerAddress(ServerAddress.Loopback, context.Settings.KafkaPort);

    public ServerSet Kind => ServerSet.Kafka;

    public string Name => "kafka";

    public string Address => _address.ToString();

    public string? AddressVariable => EngineVariables.Kafka;

    public bool IsElsewhere => context.Settings.Kafka is not null;

    public IReadOnlyList<Port> Ports =>
    [
        new(context.Settings.KafkaPort, EngineVariables.KafkaPort),
        new(context.Settings.KafkaControllerPort, EngineVariables.KafkaControllerPort),
    ];

    public async Task<ServerCommand> PrepareAsync(CancellationToken cancel)
    {
        DirectoryInfo part = await context.PartAsync(EngineParts.Kafka, cancel).ConfigureAwait(false);
        DirectoryInfo data = context.DataOf(Name);
        string settings = Path.Combine(data.FullName, "server.properties");
        string logging = Path.Combine(data.FullName, "log4j2.properties");
        string log = Path.Combine(data.FullName, "log");
        await File.WriteAllTextAsync(settings, Properties(log), cancel).ConfigureAwait(false);
        await File.WriteAllTextAsync(logging, EmbeddedText.Read("kafka-log4j2.properties"), cancel).ConfigureAwait(false);

        string java = Path.Combine(JavaHome.Find().FullName, "bin", "java");
        string[] classPath = ["-cp", Path.Combine(part.FullName, "jars", "*"), $"-Dlog4j2.configurationFile={logging}"];
        if (!File.Exists(Path.Combine(log, "meta.properties")))
        {
            await FormatAsync(java, classPath, settings, cancel).ConfigureAwait(false);
        }

        string[] arguments =
        [
            $"-Xmx{context.Settings.KafkaHeapMegabytes}m", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true",
            .. classPath, "kafka.Kafka", settings,
        ];
        return new ServerCommand(Name, java, arguments, data, context.Folders.LogOf(Name))
        {
            StartsWithin = TimeSpan.FromMinutes(5), // after a crash it reads its log again
            StopsWithin = TimeSpan.FromSeconds(30),
            RemoveWhenOrphaned = context.Temporary,
        };
    }

    public Task ProbeAsync(CancellationToken cancel) => KafkaProbe.AskAsync(_address, cancel);

    /// <summary>Gives an empty log folder its cluster id, which Kafka leaves to a separate step.</summary>
    private static async Task FormatAsync(string java, IEnumerable<string> classPath, string settings, CancellationToken cancel)
    {
        string clusterId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

        // One word with its name: one id in 64 begins with a dash, and alone would be read as an option.
        (int exitCode, string output) = await Shell.RunAsync(
            java, ["-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", .. classPath, "kafka.tools.StorageTool", "format", $"--cluster-id={clusterId}", "-c", settings], null, cancel)
            .ConfigureAwait(false);
        if (exitCode != 0)
        {
            throw new EngineException($"Kafka could not format its folder (code {exitCode}): {output.Trim()}");
        }
    }

    private string Properties(string log) => $"""
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@{ServerAddress.Loopback}:{context.Settings.KafkaControllerPort}
        listeners=PLAINTEXT://{_address},CONTROLLER://{ServerAddress.Loopback}:{context.Settings.KafkaControllerPort}
        advertised.listeners=PLAINTEXT://{_address}
        inter.broker.listener.name=PLAINTEXT
        controller.listener.names=CONTROLLER
        log.dirs={log}
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        auto.create.topics.enable=false
        # Replayed events carry the time they happened, which may be years ago: age neither refuses nor deletes them.
        log.retention.ms=-1
        log.message.timestamp.before.max.ms=9223372036854775807

        """;
}
