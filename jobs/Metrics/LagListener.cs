using System.Text.Json;
using Microsoft.Spark.Extensions;

namespace SpecialDelivery.Jobs.Metrics;

/// <summary>Notes after each batch how many records its topics held beyond it.</summary>
/// <param name="metrics">The job's metrics.</param>
internal sealed class LagListener(JobMetrics metrics) : StreamingQueryListener
{
    /// <inheritdoc/>
    public override void OnQueryProgress(StreamingQueryProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        metrics.NoteLag(progress.Sources.Sum(source => Records(source.LatestOffset) - Records(source.EndOffset)));
    }

    /// <summary>Sum of the offsets that Spark's Kafka source writes as <c>{"topic":{"0":12}}</c>.</summary>
    private static long Records(string? offsets)
    {
        if (offsets is null)
        {
            return 0;
        }

        using JsonDocument topics = JsonDocument.Parse(offsets);
        return topics.RootElement.EnumerateObject().SelectMany(topic => topic.Value.EnumerateObject()).Sum(partition => partition.Value.GetInt64());
    }
}
