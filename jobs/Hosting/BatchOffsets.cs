using Microsoft.Spark.Sql;
using SpecialDelivery.Jobs.Recovery;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Hosting;

/// <summary>How many records a batch must hold, by the offsets that the checkpoint gives it.</summary>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
/// <param name="topic">The query's only topic.</param>
/// <param name="checkpoint">The query's checkpoint folder.</param>
internal sealed class BatchOffsets(string kafka, string topic, string checkpoint)
{
    private (long Batch, IReadOnlyList<TopicOffset> End)? _last;

    /// <summary>Counts.</summary>
    /// <param name="spark">The session, to read the checkpoint with.</param>
    /// <param name="batch">The batch under way.</param>
    /// <returns>Records from its begin to its end.</returns>
    public long Count(SparkSession spark, long batch)
    {
        IReadOnlyList<TopicOffset> begin = _last is { } last && last.Batch == batch - 1 ? last.End : batch > 0 ? Checkpoint.EndOf(spark, checkpoint, batch - 1) : Beginning();
        IReadOnlyList<TopicOffset> end = Checkpoint.EndOf(spark, checkpoint, batch);
        _last = (batch, end);

        // A partition that came with this batch is read from its begin, which is 0.
        Dictionary<int, long> from = begin.ToDictionary(place => place.Partition, place => place.Offset);
        return end.Sum(place => place.Offset - from.GetValueOrDefault(place.Partition));
    }

    private IReadOnlyList<TopicOffset> Beginning()
    {
        using TopicOffsets offsets = new(kafka);
        return offsets.Beginning([topic]);
    }
}
