namespace SpecialDelivery.Engine;

/// <summary>Where the servers are, whoever started them.</summary>
/// <param name="Kafka">host:port of the broker.</param>
/// <param name="Redis">host:port of Redis.</param>
/// <param name="Elasticsearch">Base URL.</param>
/// <param name="SparkMaster">Master URL for jobs; <c>local[*]</c> unless a setting names another.</param>
/// <param name="SparkHome">Folder with Spark's <c>jars/</c> and <c>bin/spark-submit</c>.</param>
/// <param name="JavaHome">The Java that Spark runs on.</param>
/// <param name="Home">The engine's data folder.</param>
public sealed record EngineAddresses(
    string Kafka, string Redis, Uri Elasticsearch, string SparkMaster, DirectoryInfo SparkHome, DirectoryInfo JavaHome, DirectoryInfo Home)
{
    /// <summary>The same as variables for a program that uses the servers.</summary>
    public IReadOnlyDictionary<string, string> ToEnvironment() => new Dictionary<string, string>
    {
        [EngineVariables.Home] = Home.FullName,
        [EngineVariables.Kafka] = Kafka,
        [EngineVariables.Redis] = Redis,
        [EngineVariables.Elasticsearch] = Elasticsearch.GetLeftPart(UriPartial.Authority),
        [EngineVariables.SparkMaster] = SparkMaster,
        ["SPARK_HOME"] = SparkHome.FullName,
        ["SPARK_LOCAL_IP"] = ServerAddress.Loopback,
        ["JAVA_HOME"] = JavaHome.FullName,
    };
}
