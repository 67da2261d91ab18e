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

    /// <summary>Where the REST service listens, URLs separated by <c>;</c>.</summary>
    public const string ApiUrls = "SD_API_URLS";

    /// <summary>File of the REST service's API keys, read again when it changes.</summary>
    public const string ApiKeysFile = "SD_API_KEYS_FILE";

    /// <summary>API keys of the REST service in place of a file, lines separated by <c>;</c>.</summary>
    public const string ApiKeys = "SD_API_KEYS";

    /// <summary>Host names by which the REST service may be called beside loopback's, separated by <c>;</c>; needed when it listens beyond loopback.</summary>
    public const string ApiHosts = "SD_API_HOSTS";

    /// <summary>Requests per second that one client of the REST service may make.</summary>
    public const string ApiRate = "SD_API_RATE";

    /// <summary>Secret with which the REST service signs cursors, at least 32 characters; needed where several of them share the load.</summary>
    public const string ApiCursorKey = "SD_API_CURSOR_KEY";

    /// <summary>API key a client sends to the REST service.</summary>
    public const string ApiKey = "SD_API_KEY";

    /// <summary><c>host:port</c> where a job serves its metrics for Prometheus; none unless set.</summary>
    public const string Metrics = "SD_METRICS";
}
