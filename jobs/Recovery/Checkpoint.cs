using System.Text.Json;
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
        string[] lines = [.. spark.Read().Text(file).Collect().Select(row => row.GetAs<string>(0))];

        // Version, metadata, then one line per source: this query has one.
        return lines is ["v1", _, { Length: > 0 } offsets]
            ? Parse(offsets)
            : throw new InvalidDataException($"The checkpoint file {file} does not hold the offsets of one source. Restore it, or start over with another checkpoint folder.");
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
