using Microsoft.Spark.Sql;

namespace SpecialDelivery.Jobs;

/// <summary>How every job reads topics.</summary>
internal static class KafkaSource
{
    /// <summary>The records of topics, from their beginning or from where the checkpoint says.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="kafka">Kafka's <c>host:port</c>.</param>
    /// <param name="topics">Topic names.</param>
    /// <param name="maxRecords">Most records of one batch.</param>
    public static DataFrame Read(SparkSession spark, string kafka, IReadOnlyCollection<string> topics, long maxRecords) => spark.ReadStream()
        .Format("kafka")
        .Option("kafka.bootstrap.servers", kafka)
        .Option("subscribe", string.Join(',', topics))
        .Option("startingOffsets", "earliest")
        .Option("failOnDataLoss", true)
        .Option("maxOffsetsPerTrigger", maxRecords)

        // Few large fetches: with the client's defaults the reading itself takes half as long again.
        .Option("kafka.max.poll.records", 10_000)
        .Option("kafka.max.partition.fetch.bytes", 8_388_608)
        .Option("kafka.fetch.max.bytes", 67_108_864)
        .Option("kafka.receive.buffer.bytes", 1_048_576)
        .Load();
}
