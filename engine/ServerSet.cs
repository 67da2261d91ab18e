namespace SpecialDelivery.Engine;

/// <summary>Which servers are meant.</summary>
[Flags]
public enum ServerSet
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The Kafka broker.</summary>
    Kafka = 1,

    /// <summary>Redis.</summary>
    Redis = 2,

    /// <summary>Elasticsearch.</summary>
    Elasticsearch = 4,

    /// <summary>The master of a Spark cluster of one worker.</summary>
    SparkMaster = 8,

    /// <summary>That worker.</summary>
    SparkWorker = 16,

    /// <summary>What a job needs whose Spark runs in its own process.</summary>
    Stores = Kafka | Redis | Elasticsearch,

    /// <summary>A Spark cluster on loopback.</summary>
    SparkCluster = SparkMaster | SparkWorker,
}
