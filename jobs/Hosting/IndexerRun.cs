using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Jobs.Hosting;

/// <summary>Copies matches into Elasticsearch beside the job, at its own pace: the job never waits for an index.</summary>
internal sealed class IndexerRun : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ElasticsearchClient _client;
    private readonly MatchIndexer _indexer;
    private readonly Task<IndexerCounts> _running;

    /// <summary>Starts copying.</summary>
    /// <param name="kafka">Kafka's <c>host:port</c>.</param>
    /// <param name="elasticsearch">Elasticsearch's <c>host:port</c>.</param>
    public IndexerRun(string kafka, string elasticsearch)
    {
        _client = new ElasticsearchClient(elasticsearch);
        _indexer = new MatchIndexer(
            kafka,
            _client,
            refused => Console.Error.WriteLine($"index: match {refused.Item.Id} refused with {refused.Status}: {refused.Reason}"),
            waiting => Console.Error.WriteLine($"index: {waiting.Message}; trying again"));
        _running = _indexer.RunAsync(_stop.Token);
    }

    /// <summary>Ends following, then copies what is left.</summary>
    /// <param name="cancel">Gives up the rest: it is copied at the next start.</param>
    public async Task FinishAsync(CancellationToken cancel)
    {
        await StopAsync().ConfigureAwait(false);
        if (!cancel.IsCancellationRequested)
        {
            await _indexer.DrainAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        try
        {
            await _running.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // asked for
        }
    }
}
