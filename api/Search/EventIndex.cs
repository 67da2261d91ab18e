using System.Net;
using System.Text.Json;
using SpecialDelivery.Api.Freshness;
using SpecialDelivery.Api.Hosting;
using SpecialDelivery.Api.Settings;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Api.Search;

/// <summary>Asks the alias <c>events</c>.</summary>
/// <param name="elasticsearch">Where it is.</param>
/// <param name="cursors">Signs the cursors.</param>
/// <param name="freshness">How far it is behind.</param>
/// <param name="settings">Limits.</param>
/// <param name="time">The wall clock.</param>
internal sealed class EventIndex(ElasticsearchClient elasticsearch, CursorSigner cursors, IndexFreshness freshness, ApiSettings settings, TimeProvider time)
{
    /// <summary>Up to so many values, unique values are counted one by one.</summary>
    public const int ExactUniques = 40_000;

    private const string NoIndex = "No event has been indexed yet: the events job has not run.";
    private static readonly string[] Shown = ["id", AppEventFields.Ts, AppEventFields.EventType, AppEventFields.Params];

    /// <summary>Counts: single events, exactly; of those dropped for their age the windows, which is all there is of them.</summary>
    /// <exception cref="ElasticsearchException">The index does not answer.</exception>
    public async Task<(long Count, Completeness Completeness)> CountAsync(EventFilter filter, CancellationToken cancel)
    {
        long keptSince = freshness.KeptSince;
        if (!ReachesBefore(filter, keptSince) || filter.Params.Count > 0)
        {
            return await CountSinglesAsync(filter, cancel) is { } all ? (all, Judge(filter, isWhole: true)) : (0, Nothing(filter));
        }

        long? kept = await CountSinglesAsync(filter.NotBefore(keptSince), cancel);
        SearchResult windows = await elasticsearch.SearchAsync(
            Indices.EventCounts,
            new { size = 0, query = filter.Before(keptSince).ToQuery("window_start_time"), aggs = new { counted = new { sum = new { field = "count" } } } },
            cancel);
        long dropped = (long)windows.Body.GetProperty("aggregations").GetProperty("counted").GetProperty("value").GetDouble();
        return (dropped + (kept ?? 0), Judge(filter, windows.IsComplete, "are counted by whole windows, without those that came late"));
    }

    /// <summary>Counts per interval and counts values.</summary>
    /// <param name="filter">Which events.</param>
    /// <param name="interval">Width of a bucket, seconds; null = no histogram.</param>
    /// <param name="unique">Detail whose values are counted; null = none.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="ElasticsearchException">The index does not answer.</exception>
    public async Task<CountAnswer> SummarizeAsync(EventFilter filter, long? interval, string? unique, CancellationToken cancel)
    {
        if (interval is null && unique is null)
        {
            (long count, Completeness completeness) = await CountAsync(filter, cancel);
            return Answer(count, null, null, completeness);
        }

        Dictionary<string, object> aggregations = [];
        if (interval is not null)
        {
            aggregations["histogram"] = new { date_histogram = new { field = AppEventFields.Ts, fixed_interval = $"{interval}s", min_doc_count = 1 } };
        }

        if (unique is not null)
        {
            aggregations["unique"] = new { cardinality = new { field = $"{AppEventFields.Params}.{unique}", precision_threshold = ExactUniques } };
        }

        try
        {
            SearchResult found = await elasticsearch.SearchAsync(Indices.Events, new { size = 0, query = filter.ToQuery(), aggs = aggregations }, cancel);
            return Answer(found.Total, unique is null ? null : Unique(found, unique), interval is { } width ? Histogram(found, filter, width) : null, Judge(filter, found.IsComplete));
        }
        catch (ElasticsearchException e) when (e.Status is HttpStatusCode.NotFound)
        {
            return Answer(0, unique is null ? null : new(unique, 0, false), interval is null ? null : [], Nothing(filter));
        }
    }

    /// <summary>The first page of a walk.</summary>
    /// <exception cref="ElasticsearchException">The index does not answer.</exception>
    public async Task<EventPage> FirstPageAsync(EventFilter filter, string order, int size, CancellationToken cancel)
    {
        try
        {
            Dictionary<string, object> request = Request(filter, order, size);
            request["track_total_hits"] = false;
            (SearchResult count, SearchResult page) = await elasticsearch.SearchAndCountAsync(Indices.Events, request["query"], request, cancel);
            return Page(page, count.Total, pit: null, filter.Hash(order), size, Judge(filter, count.IsComplete && page.IsComplete));
        }
        catch (ElasticsearchException e) when (e.Status is HttpStatusCode.NotFound)
        {
            return new(0, [], null, Nothing(filter));
        }
    }

    /// <summary>A further page. From the second one on the walk goes through a frozen state, so that each event comes once, whatever is written meanwhile.</summary>
    /// <returns>The page; null when the frozen state is gone.</returns>
    /// <exception cref="ElasticsearchException">The index does not answer.</exception>
    public async Task<EventPage?> NextPageAsync(EventFilter filter, string order, int size, CursorState cursor, CancellationToken cancel)
    {
        try
        {
            string pit = cursor.Pit ?? await elasticsearch.OpenPointInTimeAsync(Indices.Events, settings.CursorLifetime, cancel);
            Dictionary<string, object> request = Request(filter, order, size);
            request["pit"] = new { id = pit, keep_alive = $"{(long)settings.CursorLifetime.TotalSeconds}s" };
            request["search_after"] = cursor.After;
            SearchResult found = await elasticsearch.SearchUncountedAsync(null, request, cancel);
            string newest = found.Body.GetProperty("pit_id").GetString()!;
            EventPage page = Page(found, cursor.Total, newest, cursor.Query, size, Judge(filter, found.IsComplete));
            if (page.Next is null)
            {
                await CloseAsync(newest, cancel);
            }

            return page;
        }
        catch (ElasticsearchException e) when (e.Status is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task CloseAsync(string pit, CancellationToken cancel)
    {
        try
        {
            await elasticsearch.ClosePointInTimeAsync(pit, cancel);
        }
        catch (ElasticsearchException)
        {
            // It ends by itself a little later; the page has been read.
        }
    }

    private static Dictionary<string, object> Request(EventFilter filter, string order, int size)
    {
        string direction = order == SearchApi.Oldest ? "asc" : "desc";
        return new()
        {
            ["size"] = size,
            ["query"] = filter.ToQuery(),
            ["sort"] = new object[] { new Dictionary<string, string> { [AppEventFields.Ts] = direction }, new Dictionary<string, string> { ["id"] = direction } },
            ["_source"] = Shown,
        };
    }

    private EventPage Page(SearchResult found, long total, string? pit, string query, int size, Completeness completeness)
    {
        List<JsonElement> hits = [.. found.Hits];
        string? next = hits.Count < size ? null : cursors.Sign(new(
            query, pit, hits[^1].GetProperty("sort"), total, (time.GetUtcNow() + settings.CursorLifetime).ToUnixTimeSeconds()));
        return new(total, [.. hits.Select(hit => hit.GetProperty("_source").Deserialize<AppEventView>(ApiJson.Options)!)], next, completeness);
    }

    /// <returns>The count; null while there is no index.</returns>
    private async Task<long?> CountSinglesAsync(EventFilter filter, CancellationToken cancel)
    {
        try
        {
            return await elasticsearch.CountAsync(Indices.Events, filter.ToQuery(), cancel);
        }
        catch (ElasticsearchException e) when (e.Status is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private Completeness Nothing(EventFilter filter) => freshness.KeptSince > 0 ? Judge(filter, isWhole: true) : new([NoIndex]);

    private static bool ReachesBefore(EventFilter filter, long second) => (filter.From ?? 0) < second;

    private Completeness Judge(EventFilter filter, bool isWhole, string older = "are left out: only the files keep them")
    {
        List<string> reasons = [];
        if (ReachesBefore(filter, freshness.KeptSince))
        {
            reasons.Add($"Events before {DateTimeOffset.FromUnixTimeSeconds(freshness.KeptSince):yyyy-MM-dd'T'HH:mm:ss'Z'} {older}.");
        }

        if (!isWhole)
        {
            reasons.Add("A part of the index did not answer in time.");
        }

        FreshnessView lag = freshness.Current;
        if (lag.LagSeconds is null)
        {
            reasons.Add("It is not known how far the index is behind.");
        }
        else if (lag.LagSeconds > settings.FreshnessLimit.TotalSeconds)
        {
            reasons.Add($"The index is {lag.LagSeconds:0} s behind; {settings.FreshnessLimit.TotalSeconds:0} s are allowed.");
        }

        return new(reasons);
    }

    private CountAnswer Answer(long count, UniqueCount? unique, IReadOnlyList<HistogramBucket>? histogram, Completeness completeness) =>
        new(count, unique, histogram, completeness.IsComplete, completeness.Reasons, freshness.Current);

    private static UniqueCount Unique(SearchResult found, string param)
    {
        long count = found.Body.GetProperty("aggregations").GetProperty("unique").GetProperty("value").GetInt64();
        return new(param, count, count > ExactUniques);
    }

    private static List<HistogramBucket> Histogram(SearchResult found, EventFilter filter, long width)
    {
        Dictionary<long, long> counts = found.Body.GetProperty("aggregations").GetProperty("histogram").GetProperty("buckets").EnumerateArray()
            .ToDictionary(bucket => bucket.GetProperty("key").GetInt64() / 1_000, bucket => bucket.GetProperty("doc_count").GetInt64());
        List<HistogramBucket> histogram = [];
        for (long start = filter.From!.Value / width * width; start < filter.To!.Value; start += width)
        {
            histogram.Add(new(start, counts.GetValueOrDefault(start)));
        }

        return histogram;
    }
}
