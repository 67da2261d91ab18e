using System.Diagnostics;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Bench.Search;

/// <summary>Two clients that fill an index side by side and do nothing else: as fast as documents get in.</summary>
/// <param name="client">The server.</param>
internal sealed class Feeders(ElasticsearchClient client)
{
    private const int Count = 2;
    private const int ItemsPerFeed = 20_000;

    /// <summary>Fills an index; it is made if there is none.</summary>
    /// <param name="index">Its name.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="cancel">Stops between two requests.</param>
    /// <returns>Documents per second, until the last one can be found.</returns>
    /// <exception cref="EngineException">Elasticsearch refused a document.</exception>
    public async Task<double> FillAsync(string index, IEnumerable<BulkItem> documents, CancellationToken cancel)
    {
        await client.EnsureIndexAsync(index, IndexDefinitions.Events, cancel);
        long start = Stopwatch.GetTimestamp();
        int done = 0;
        await Parallel.ForEachAsync(
            documents.Chunk(ItemsPerFeed),
            new ParallelOptions { MaxDegreeOfParallelism = Count, CancellationToken = cancel },
            async (items, token) =>
            {
                BulkResult result = await new BulkIndexer(client).IndexAsync(index, items, token);
                if (result.Failures is [var first, ..])
                {
                    throw new EngineException($"Elasticsearch refused {result.Failures.Count} documents, the first: {first.Reason}");
                }

                await Console.Error.WriteLineAsync($"{Interlocked.Add(ref done, items.Length):N0} events indexed, {done / Stopwatch.GetElapsedTime(start).TotalSeconds:N0}/s");
            });
        await client.RefreshAsync(index, cancel);
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
