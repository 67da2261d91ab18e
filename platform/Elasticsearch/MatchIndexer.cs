using System.Text;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Platform.Elasticsearch;

/// <summary>Copies topic <c>matches</c> into index <c>matches</c>, apart from the matcher, which must not wait for it.</summary>
/// <remarks>Its place is committed to Kafka after each bulk: a restart repeats at most one bulk, and the same id puts the same document.</remarks>
/// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
/// <param name="client">Where to; its retry policy's pauses also separate the attempts of a bulk that failed.</param>
/// <param name="refused">Told each document that Elasticsearch will never take, before its place is committed: it must keep it.</param>
/// <param name="waiting">Told why the indexer does not get on; null = nobody listens.</param>
public sealed class MatchIndexer(string bootstrap, ElasticsearchClient client, Action<BulkFailure> refused, Action<ElasticsearchException>? waiting = null)
{
    /// <summary>The consumer group that holds the indexer's place.</summary>
    public const string DefaultGroup = "matches-indexer";

    private const int BatchRecords = 2_000;

    internal string Topic { get; init; } = Topics.Matches;

    internal string Index { get; init; } = Indices.Matches;

    internal string Group { get; init; } = DefaultGroup;

    /// <summary>Copies until it is stopped.</summary>
    /// <param name="cancel">Stops after the bulk at hand.</param>
    /// <returns>What was done.</returns>
    public Task<IndexerCounts> RunAsync(CancellationToken cancel) => Task.Run(() => CopyAsync(follow: true, cancel), CancellationToken.None);

    /// <summary>Copies what is there now.</summary>
    /// <param name="cancel">Stops after the bulk at hand.</param>
    /// <returns>What was done.</returns>
    public Task<IndexerCounts> DrainAsync(CancellationToken cancel) => Task.Run(() => CopyAsync(follow: false, cancel), cancel);

    private async Task<IndexerCounts> CopyAsync(bool follow, CancellationToken cancel)
    {
        IndexerCounts counts = default;
        try
        {
            await UntilAnsweredAsync(() => client.EnsureIndexAsync(Index, IndexDefinitions.Matches, cancel), cancel);
            BulkIndexer indexer = new(client);
            using GroupReader reader = new(bootstrap, Group, [Topic]);
            while (follow || !reader.IsAtEnd)
            {
                List<TopicRecord> batch = reader.Next(BatchRecords, cancel);
                if (batch.Count > 0)
                {
                    BulkResult result = await UntilAnsweredAsync(() => indexer.IndexAsync(Index, batch.Select(Item), cancel), cancel);
                    foreach (BulkFailure failure in result.Failures)
                    {
                        refused(failure);
                    }

                    reader.Commit();
                    counts = new(counts.Read + batch.Count, counts.Indexed + result.Done, counts.Refused + result.Failures.Count);
                }
            }
        }
        catch (OperationCanceledException) when (follow && cancel.IsCancellationRequested)
        {
            // Asked to stop: what was read and not committed is read again next time.
        }

        return counts;
    }

    private static BulkItem Item(TopicRecord record) => new(Encoding.UTF8.GetString(record.Key ?? []), record.Value);

    private async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> request, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await request();
            }
            catch (ElasticsearchException e) when (e.IsPassing)
            {
                waiting?.Invoke(e);
                await client.PauseAsync(attempt, cancel);
            }
        }
    }
}
