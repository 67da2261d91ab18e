using System.Text;
using System.Text.Json;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Recovery;

/// <summary>Reads how far a query's checkpoint says the topics were read, on any file system that Spark knows.</summary>
internal static class Checkpoint
{
    /// <summary>Where a batch ended.</summary>
    /// <param name="spark">The session.</param>
    /// <param name="location">The query's checkpoint folder.</param>
    /// <param name="batch">The batch.</param>
    /// <returns>Per partition the first offset that the batch did not read.</returns>
    /// <exception cref="InvalidDataException">The file is not what Spark writes.</exception>
    public static IReadOnlyList<TopicOffset> EndOf(SparkSession spark, string location, long batch)
    {
        string file = $"{location.TrimEnd('/')}/offsets/{batch}";
        string[] lines = Encoding.UTF8.GetString(new HadoopFiles(spark).ReadAllBytes(file)).TrimEnd().Split('\n');

        // Version, metadata, then one line per source: this query has one.
        return lines is ["v1", _, { Length: > 0 } offsets]
            ? Parse(offsets)
            : throw new InvalidDataException($"The checkpoint file {file} does not hold the offsets of one source. Restore it, or start over with another checkpoint folder.");
    }

    /// <summary>Removes checksums whose file is gone, as when somebody deletes the last commit to have its batch repeated: Spark would take each for another query at work.</summary>
    /// <param name="location">The query's checkpoint folder; one that is not local has no such files.</param>
    public static void DropOrphanedChecksums(string location)
    {
        foreach (string log in new[] { "commits", "offsets" })
        {
            string folder = Path.Combine(location, log);
            foreach (string checksum in Directory.Exists(folder) ? Directory.GetFiles(folder, ".*.crc") : [])
            {
                string file = Path.Combine(folder, Path.GetFileNameWithoutExtension(checksum)[1..]);
                if (!File.Exists(file))
                {
                    File.Delete(checksum);
                }
            }
        }
    }

    /// <summary>Reads the offsets of a Kafka source.</summary>
    /// <param name="json">Topic → partition → offset.</param>
    internal static IReadOnlyList<TopicOffset> Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.EnumerateObject().SelectMany(topic => topic.Value.EnumerateObject().Select(partition =>
                new TopicOffset(topic.Name, int.Parse(partition.Name), partition.Value.GetInt64()))),
        ];
    }
}
