using Microsoft.Spark.Interop;
using Microsoft.Spark.Sql;

namespace SpecialDelivery.Jobs.Hosting;

/// <summary>Makes the session of a job.</summary>
internal static class SparkSessions
{
    // The collector with the highest throughput: nobody waits for a single record here.
    private const string JavaOptions = "-XX:+UseParallelGC";

    // spark-submit has set these already when it started this program; values given here would win over the user's.
    private static bool IsSubmitted => Environment.GetEnvironmentVariable("PYSPARK_GATEWAY_PORT") is not null;

    /// <summary>Opens the session; starts Spark in a JVM of its own unless spark-submit started this program.</summary>
    /// <param name="name">Application name.</param>
    /// <param name="master">Spark's master URL.</param>
    /// <param name="memory">Heap of the driver's JVM, such as "3g".</param>
    public static SparkSession Open(string name, string master, string memory)
    {
        if (!IsSubmitted)
        {
            foreach (string argument in new[] { "--master", master, "--name", name, "--driver-memory", memory, "--driver-java-options", JavaOptions })
            {
                SparkLaunch.SubmitArguments.Add(argument);
            }
        }

        return SparkSession.Builder()
            .Config("spark.ui.enabled", false)
            .Config("spark.sql.session.timeZone", "UTC")
            .Config("spark.sql.shuffle.partitions", 2)
            .Config("spark.sql.adaptive.enabled", false)

            // One JsonToStructs per plan: the optimizer's own rewriting of JSON expressions would read each record several times.
            .Config("spark.sql.optimizer.enableJsonExpressionOptimization", false)

            // Above this many groups, 128 by default, Spark gives up hashing for sorting; every package is a group.
            .Config("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", 1_000_000)
            // Files laid out in folders are written to a few folders at once; sorting the rows by folder first would cost more than the writing.
            .Config("spark.sql.maxConcurrentOutputFileWriters", 48)
            .Config("spark.sql.streaming.metricsEnabled", false)
            .Config("spark.sql.streaming.kafka.useDeprecatedOffsetFetching", false)
            .Config("spark.log.level", "ERROR")
            .GetOrCreate();
    }
}
