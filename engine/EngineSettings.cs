namespace SpecialDelivery.Engine;

/// <summary>Where the engine keeps its data, which ports its servers take, and which servers exist already.</summary>
public sealed record EngineSettings
{
    /// <summary>Folder for data, logs and the unpacked parts.</summary>
    public required DirectoryInfo Home { get; init; }

    /// <summary>A broker to use instead of starting one.</summary>
    public ServerAddress? Kafka { get; init; }

    /// <summary>A Redis to use instead of starting one.</summary>
    public ServerAddress? Redis { get; init; }

    /// <summary>An Elasticsearch to use instead of starting one.</summary>
    public Uri? Elasticsearch { get; init; }

    /// <summary>A Spark master to use instead of one in the job's own process, such as <c>spark://host:7077</c> or <c>local[4]</c>.</summary>
    public string? SparkMaster { get; init; }

    /// <summary>Port of the broker.</summary>
    public int KafkaPort { get; init; } = 9092;

    /// <summary>Port of the broker's controller.</summary>
    public int KafkaControllerPort { get; init; } = 9093;

    /// <summary>Largest heap of the broker, in MiB.</summary>
    public int KafkaHeapMegabytes { get; init; } = 1024;

    /// <summary>Port of Redis.</summary>
    public int RedisPort { get; init; } = 6379;

    /// <summary>HTTP port of Elasticsearch.</summary>
    public int ElasticsearchPort { get; init; } = 9200;

    /// <summary>Port on which Elasticsearch would meet other nodes.</summary>
    public int ElasticsearchTransportPort { get; init; } = 9300;

    /// <summary>Heap of Elasticsearch, in MiB.</summary>
    public int ElasticsearchHeapMegabytes { get; init; } = 1024;

    /// <summary>Port of the Spark master.</summary>
    public int SparkMasterPort { get; init; } = 7077;

    /// <summary>Port of the master's web page. Not Spark's own 8080, which half of all development machines use already.</summary>
    public int SparkMasterPagePort { get; init; } = 7080;

    /// <summary>Port of the worker's web page.</summary>
    public int SparkWorkerPagePort { get; init; } = 7081;

    /// <summary>Cores the worker offers.</summary>
    public int SparkWorkerCores { get; init; } = 2;

    /// <summary>Memory the worker offers to drivers and executors, in MiB.</summary>
    public int SparkWorkerMemoryMegabytes { get; init; } = 4096;

    /// <summary>The settings of this environment.</summary>
    /// <param name="read">Gives the value of a variable of <see cref="EngineVariables"/>, or null.</param>
    /// <param name="root">The repository; its folder <c>.sd</c> is the default home.</param>
    /// <exception cref="EngineException">Lists every variable with a value out of its range.</exception>
    public static EngineSettings From(Func<string, string?> read, DirectoryInfo root)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(root);
        SettingsReader reader = new(read);
        EngineSettings defaults = new() { Home = new DirectoryInfo(Path.Combine(root.FullName, ".sd")) };
        EngineSettings settings = new()
        {
            Home = reader.Text(EngineVariables.Home) is { } home ? new DirectoryInfo(Path.GetFullPath(home)) : defaults.Home,
            Kafka = reader.Address(EngineVariables.Kafka),
            Redis = reader.Address(EngineVariables.Redis),
            Elasticsearch = reader.HttpAddress(EngineVariables.Elasticsearch),
            SparkMaster = reader.Text(EngineVariables.SparkMaster),
            KafkaPort = reader.Port(EngineVariables.KafkaPort, defaults.KafkaPort),
            KafkaControllerPort = reader.Port(EngineVariables.KafkaControllerPort, defaults.KafkaControllerPort),
            KafkaHeapMegabytes = reader.Number(EngineVariables.KafkaHeap, defaults.KafkaHeapMegabytes, 128, 65_536),
            RedisPort = reader.Port(EngineVariables.RedisPort, defaults.RedisPort),
            ElasticsearchPort = reader.Port(EngineVariables.ElasticsearchPort, defaults.ElasticsearchPort),
            ElasticsearchTransportPort = reader.Port(EngineVariables.ElasticsearchTransportPort, defaults.ElasticsearchTransportPort),
            ElasticsearchHeapMegabytes = reader.Number(EngineVariables.ElasticsearchHeap, defaults.ElasticsearchHeapMegabytes, 256, 31_744),
            SparkMasterPort = reader.Port(EngineVariables.SparkMasterPort, defaults.SparkMasterPort),
            SparkMasterPagePort = reader.Port(EngineVariables.SparkMasterPagePort, defaults.SparkMasterPagePort),
            SparkWorkerPagePort = reader.Port(EngineVariables.SparkWorkerPagePort, defaults.SparkWorkerPagePort),
            SparkWorkerCores = reader.Number(EngineVariables.SparkWorkerCores, defaults.SparkWorkerCores, 1, 1024),
            SparkWorkerMemoryMegabytes = reader.Number(EngineVariables.SparkWorkerMemory, defaults.SparkWorkerMemoryMegabytes, 1024, 1_048_576),
        };
        reader.ThrowOnFaults();
        return settings;
    }
}
