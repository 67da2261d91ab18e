using System.Text;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Jobs.Events;

/// <summary>Single events in the indices behind the alias <c>events</c>, one index per month.</summary>
/// <param name="elasticsearch">The server.</param>
/// <param name="clock">The wall clock.</param>
internal sealed class EventDocuments(ElasticsearchClient elasticsearch, TimeProvider clock)
{
    /// <summary>Bulk requests under way at once: documents of one are written while the server works on the other.</summary>
    private const int Feeders = 2;

    private const int DocumentsPerFeed = 10_000;

    private const int Conflict = 409;
    private const int Missing = 404;

    /// <summary>How long services may take to hear that events will be missing before they are.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(5);

    private readonly BulkIndexer _bulk = new(elasticsearch);
    private readonly EventHorizon _horizon = new(elasticsearch);
    private readonly HashSet<EventPeriod> _ready = [];
    private long? _keptSince;

    /// <summary>Puts a batch's events in; repeating it changes nothing. Those of a month that was dropped stay out: alone they would be taken for all of it.</summary>
    /// <param name="rows">The events.</param>
    /// <param name="cancel">Stops between two requests; the batch is then repeated.</param>
    /// <returns>Events that the index will not take, as dead letters.</returns>
    /// <exception cref="JobException">An index has vanished.</exception>
    public async Task<IReadOnlyList<DeadLetterEvent>> PutAsync(IReadOnlyList<DocumentRow> rows, CancellationToken cancel)
    {
        List<DeadLetterEvent> refused = [];
        long keptSince = _keptSince ??= await _horizon.ReadAsync(cancel).ConfigureAwait(false) ?? 0;
        foreach (IGrouping<EventPeriod, DocumentRow> period in rows.Where(row => row.Placed >= keptSince).GroupBy(row => EventPeriod.Of(row.Placed)))
        {
            if (_ready.Add(period.Key))
            {
                await elasticsearch.EnsureIndexAsync(period.Key.Index, IndexDefinitions.Events, cancel).ConfigureAwait(false);
            }

            await PutAsync(period.Key.Index, period, refused, cancel).ConfigureAwait(false);
        }

        return refused;
    }

    /// <summary>Drops the indices whose events are all older than a limit.</summary>
    /// <param name="now">Unix seconds.</param>
    /// <param name="keep">How long events are kept.</param>
    /// <param name="cancel">Stops between two requests.</param>
    public async Task DropOldAsync(long now, TimeSpan keep, CancellationToken cancel)
    {
        IReadOnlyList<string> indices = await elasticsearch.IndicesOfAsync(Indices.Events, cancel).ConfigureAwait(false);
        EventPeriod[] over = [.. indices.Select(EventPeriod.Parse).OfType<EventPeriod>().Where(period => period.IsOver(now, keep))];
        if (over.Length == 0)
        {
            return;
        }

        long keptSince = over.Max(period => period.End);
        if (await _horizon.RaiseAsync(keptSince, cancel).ConfigureAwait(false))
        {
            _keptSince = keptSince;
            await Task.Delay(Notice, clock, cancel).ConfigureAwait(false);
        }

        foreach (EventPeriod period in over)
        {
            await elasticsearch.DeleteIndexAsync(period.Index, cancel).ConfigureAwait(false);
            _ready.Remove(period);
        }
    }

    private async Task PutAsync(string index, IEnumerable<DocumentRow> rows, List<DeadLetterEvent> refused, CancellationToken cancel)
    {
        Dictionary<string, DocumentRow> byId = [];
        List<BulkFailure> failures = await SendAsync(index, Items(rows, byId), cancel).ConfigureAwait(false);
        string[] conflicts = [.. failures.Where(failure => failure.Status == Conflict).Select(failure => failure.Item.Id)];
        List<BulkItem> again = [];
        foreach (FoundDocument found in await elasticsearch.GetAsync(index, conflicts, cancel).ConfigureAwait(false))
        {
            DocumentRow row = byId[found.Id];
            if (found.Source.GetProperty("partition").GetInt32() != row.Partition || found.Source.GetProperty("offset").GetInt64() != row.Offset)
            {
                byId.Add(row.LongId, row);
                again.Add(new BulkItem(row.LongId, row.Document(row.LongId)));
            }
        }

        failures.RemoveAll(failure => failure.Status == Conflict);
        failures.AddRange(await SendAsync(index, again, cancel).ConfigureAwait(false));
        foreach (BulkFailure failure in failures)
        {
            if (failure.Status == Missing)
            {
                throw new JobException($"Index {index} has vanished while the job runs: {failure.Reason}. Start the job again, it makes the index anew; 'sd run events --rebuild' fills it from the topic.");
            }

            DocumentRow row = byId[failure.Item.Id];
            refused.Add(new DeadLetterEvent(
                Indices.Events, row.Partition, row.Offset, DeadLetterReason.Schema, $"The index refused it with {failure.Status}: {failure.Reason}",
                Encoding.UTF8.GetString(failure.Item.Source!), "utf-8", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        }
    }

    /// <summary>Writes documents as they are asked for, and notes which event got which id.</summary>
    private static IEnumerable<BulkItem> Items(IEnumerable<DocumentRow> rows, Dictionary<string, DocumentRow> byId)
    {
        // Of each type and second the first record asks for the old id; all others know already that it is taken.
        HashSet<string> taken = [];
        foreach (DocumentRow row in rows.OrderBy(row => row.Partition).ThenBy(row => row.Offset))
        {
            bool isFirst = !row.Clamped && taken.Add(row.ShortId);
            string id = isFirst ? row.ShortId : row.LongId;
            byId.Add(id, row);
            yield return new BulkItem(id, row.Document(id), OnlyIfAbsent: isFirst);
        }
    }

    private async Task<List<BulkFailure>> SendAsync(string index, IEnumerable<BulkItem> items, CancellationToken cancel)
    {
        List<BulkFailure> failures = [];
        ParallelOptions feeders = new() { MaxDegreeOfParallelism = Feeders, CancellationToken = cancel };
        await Parallel.ForEachAsync(items.Chunk(DocumentsPerFeed), feeders, async (part, stop) =>
        {
            BulkResult result = await _bulk.IndexAsync(index, part, stop).ConfigureAwait(false);
            lock (failures)
            {
                failures.AddRange(result.Failures);
            }
        }).ConfigureAwait(false);
        return failures;
    }
}
