using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Jobs.Events;

/// <summary>Everything the events job writes to, which belongs together: files and indices hold what the checkpoint says was read.</summary>
/// <param name="spark">The session.</param>
/// <param name="elasticsearch">The indices.</param>
/// <param name="root">Folder of the files.</param>
/// <param name="checkpoint">The query's checkpoint folder.</param>
internal sealed class EventStores(SparkSession spark, ElasticsearchClient elasticsearch, string root, string checkpoint)
{
    private readonly HadoopFiles _files = new(spark);

    /// <summary>Makes sure that the stores fit together before anything is read.</summary>
    /// <param name="rebuild">Whether to drop them all first.</param>
    /// <param name="cancel">Stops between two requests.</param>
    /// <exception cref="JobException">There is no checkpoint, but files or counts of another one: batches would be numbered anew and taken for those.</exception>
    public async Task PrepareAsync(bool rebuild, CancellationToken cancel)
    {
        if (rebuild)
        {
            _files.Delete(root);
            _files.Delete(checkpoint);
            foreach (string index in (IEnumerable<string>)[.. await elasticsearch.IndicesOfAsync(Indices.Events, cancel).ConfigureAwait(false), Indices.EventCounts])
            {
                await elasticsearch.DeleteIndexAsync(index, cancel).ConfigureAwait(false);
            }
        }

        bool isNew = await elasticsearch.EnsureIndexAsync(Indices.EventCounts, IndexDefinitions.EventCounts, cancel).ConfigureAwait(false);
        if (_files.Exists($"{checkpoint}/offsets"))
        {
            return;
        }

        string[] found =
        [
            .. _files.List(root).Any(file => file.EndsWith(".parquet", StringComparison.Ordinal)) ? [$"files in {root}"] : System.Array.Empty<string>(),
            .. !isNew && await HoldsCountsAsync(cancel).ConfigureAwait(false) ? [$"counts in index {Indices.EventCounts}"] : System.Array.Empty<string>(),
        ];
        if (found.Length > 0)
        {
            throw new JobException($"The checkpoint {checkpoint} is new, but there are {string.Join(" and ", found)} of an earlier one. Bring that checkpoint back (--checkpoint), or make everything anew from the topic with --rebuild.");
        }
    }

    private async Task<bool> HoldsCountsAsync(CancellationToken cancel)
    {
        await elasticsearch.RefreshAsync(Indices.EventCounts, cancel).ConfigureAwait(false);
        return await elasticsearch.CountAsync(Indices.EventCounts, query: null, cancel).ConfigureAwait(false) > 0;
    }
}
