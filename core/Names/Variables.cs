namespace SpecialDelivery.Core.Names;

/// <summary>Environment variables by which the programs learn where the servers are; only the programs' entry points read them.</summary>
public static class Variables
{
    /// <summary>Kafka's <c>host:port</c>.</summary>
    public const string Kafka = "SD_KAFKA";

    /// <summary>Redis's <c>host:port</c>.</summary>
    public const string Redis = "SD_REDIS";

    /// <summary>Elasticsearch's <c>host:port</c>.</summary>
    public const string Elasticsearch = "SD_ELASTICSEARCH";

    /// <summary>Spark's master URL, such as <c>spark://127.0.0.1:7077</c> or <c>local[2]</c>.</summary>
    public const string SparkMaster = "SD_SPARK_MASTER";

    /// <summary>Folder of everything the programs keep: data, logs, checkpoints, unpacked engine.</summary>
    public const string Home = "SD_HOME";
}
