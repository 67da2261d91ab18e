namespace SpecialDelivery.Engine;

/// <summary>Every environment variable the engine listens to, and those it hands to the programs that use its servers.</summary>
public static class EngineVariables
{
    /// <summary>Folder for data, logs and the unpacked parts; default <c>.sd</c> in the repository.</summary>
    public const string Home = "SD_HOME";

    /// <summary>Java 17 home; default: <c>JAVA_HOME</c>, then <c>java</c> on the path, then the system's folder of JVMs.</summary>
    public const string JavaHome = "SD_JAVA_HOME";

    /// <summary>host:port of a Kafka broker to use instead of starting one.</summary>
    public const string Kafka = "SD_KAFKA";

    /// <summary>host:port of a Redis to use instead of starting one.</summary>
    public const string Redis = "SD_REDIS";

    /// <summary>host:port or URL of an Elasticsearch to use instead of starting one.</summary>
    public const string Elasticsearch = "SD_ELASTICSEARCH";

    /// <summary>Master URL of a Spark to use instead of one in the job's own process.</summary>
    public const string SparkMaster = "SD_SPARK_MASTER";

    /// <summary>Port of the Kafka broker that is started.</summary>
    public const string KafkaPort = "SD_KAFKA_PORT";

    /// <summary>Port of that broker's controller.</summary>
    public const string KafkaControllerPort = "SD_KAFKA_CONTROLLER_PORT";

    /// <summary>Largest heap of the broker, in MiB.</summary>
    public const string KafkaHeap = "SD_KAFKA_HEAP_MB";

    /// <summary>Port of the Redis that is started.</summary>
    public const string RedisPort = "SD_REDIS_PORT";

    /// <summary>HTTP port of the Elasticsearch that is started.</summary>
    public const string ElasticsearchPort = "SD_ELASTICSEARCH_PORT";

    /// <summary>Port on which that Elasticsearch would meet other nodes.</summary>
    public const string ElasticsearchTransportPort = "SD_ELASTICSEARCH_TRANSPORT_PORT";

    /// <summary>Heap of Elasticsearch, in MiB.</summary>
    public const string ElasticsearchHeap = "SD_ELASTICSEARCH_HEAP_MB";

    /// <summary>Port of the Spark master that is started.</summary>
    public const string SparkMasterPort = "SD_SPARK_MASTER_PORT";

    /// <summary>Port of the Spark master's web page.</summary>
    public const string SparkMasterPagePort = "SD_SPARK_MASTER_PAGE_PORT";

    /// <summary>Port of the Spark worker's web page.</summary>
    public const string SparkWorkerPagePort = "SD_SPARK_WORKER_PAGE_PORT";

    /// <summary>Cores the Spark worker offers.</summary>
    public const string SparkWorkerCores = "SD_SPARK_WORKER_CORES";

    /// <summary>Memory the Spark worker offers, in MiB.</summary>
    public const string SparkWorkerMemory = "SD_SPARK_WORKER_MEMORY_MB";
}
