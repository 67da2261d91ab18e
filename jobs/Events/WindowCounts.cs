using System.Text.Json;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Events;

/// <summary>The counts of windows in index <c>events_aggregation</c>, and every change of them on the topic of that name.</summary>
/// <remarks>
/// A count is written as a whole, with the batch that it includes as the document's version: a repeated batch finds that it is in already,
/// and an older writer can never overwrite a newer count.
/// </remarks>
/// <param name="elasticsearch">The index.</param>
/// <param name="writer">The topic.</param>
internal sealed class WindowCounts(ElasticsearchClient elasticsearch, RecordWriter writer)
{
    private readonly BulkIndexer _bulk = new(elasticsearch);

    /// <summary>Adds a batch to the counts.</summary>
    /// <param name="batch">Its number.</param>
    /// <param name="rows">What it adds.</param>
    /// <param name="cancel">Stops between two requests; the batch is then repeated.</param>
    /// <exception cref="JobException">The index refused a count.</exception>
    public async Task AddAsync(long batch, IReadOnlyCollection<CountRow> rows, CancellationToken cancel)
    {
        Dictionary<string, CountRow> added = rows.Where(row => row.Counted > 0).ToDictionary(row => EventWindow.DocumentId(row.WindowStart, row.EventType));
        Dictionary<string, FoundDocument> present = (await elasticsearch.GetAsync(Indices.EventCounts, added.Keys, cancel).ConfigureAwait(false)).ToDictionary(found => found.Id);
        List<BulkItem> items = [];
        foreach ((string id, CountRow row) in added)
        {
            FoundDocument? before = present.GetValueOrDefault(id);
            long version = batch + 1; // versions begin at 1, batches at 0
            if (before?.Version >= version)
            {
                // The batch is in: only its message may be missing.
                Tell(id, JsonSerializer.SerializeToUtf8Bytes(before.Source));
                continue;
            }

            long count = row.Counted + (before?.Source.GetProperty("count").GetInt64() ?? 0);
            byte[] document = JsonSerializer.SerializeToUtf8Bytes(new { id, window_start_time = row.WindowStart, event_type = row.EventType, count });
            items.Add(new BulkItem(id, document, Version: version));
            Tell(id, document);
        }

        BulkResult result = await _bulk.IndexAsync(Indices.EventCounts, items, cancel).ConfigureAwait(false);
        if (result.Failures is [var refused, ..])
        {
            throw new JobException($"Index {Indices.EventCounts} refused the count {refused.Item.Id} with {refused.Status}: {refused.Reason}. Is another job writing to it, or was it made by hand?");
        }

        writer.Flush(cancel);
    }

    private void Tell(string id, byte[] document) => writer.Write(Topics.EventCounts, id, document);
}
