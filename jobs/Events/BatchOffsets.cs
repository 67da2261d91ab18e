using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Jobs.Recovery;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Events;

/// <summary>How many records a batch has, by the topic's offsets in the checkpoint: told by nobody who also counts what became of them.</summary>
/// <param name="spark">The session.</param>
/// <param name="checkpoint">The query's checkpoint folder.</param>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
internal sealed class BatchOffsets(SparkSession spark, string checkpoint, string kafka)
{
    private (long Batch, long End)? _last;

    /// <summary>Records of a batch.</summary>
    /// <param name="batch">The batch at hand.</param>
    public long RecordsOf(long batch)
    {
        long begin = _last is { } last && last.Batch == batch - 1 ? last.End : batch == 0 ? Beginning() : EndOf(batch - 1);
        long end = EndOf(batch);
        _last = (batch, end);
        return end - begin;
    }

    private long EndOf(long batch) => Checkpoint.EndOf(spark, checkpoint, batch).Sum(partition => partition.Offset);

    private long Beginning()
    {
        using TopicOffsets offsets = new(kafka);
        return offsets.Beginning([Topics.AppEvents]).Sum(partition => partition.Offset);
    }
}
