using System.Text.Json;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Events;

/// <summary>Asks topic, files, dead letters and indices what they hold; believes none of them about another.</summary>
/// <param name="spark">Reads the files.</param>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
/// <param name="elasticsearch">The indices.</param>
/// <param name="root">Folder of the files.</param>
internal sealed class EventAudit(SparkSession spark, string kafka, ElasticsearchClient elasticsearch, string root)
{
    private const int MostTypes = 10_000;

    /// <summary>Takes stock.</summary>
    /// <param name="cancel">Stops reading.</param>
    public async Task<EventBooks> TakeAsync(CancellationToken cancel)
    {
        // Spark first and on this thread: only its own calls are cancelled with it.
        DataFrame? files = EventTable.Open(spark, root);
        FileFigures figures = files is null ? new(0, 0, 0, 0) : Figures(files);
        IReadOnlyList<TypeRow> byMonth = files is null ? [] : ByMonth(files);
        DeadLetterEvent[] letters =
        [
            .. new TopicReader(kafka).Read([Topics.DeadLetters], cancel)
                .Select(record => JsonSerializer.Deserialize(record.Value, EventJson.Default.DeadLetterEvent)!)
                .Where(letter => letter.Topic is Topics.AppEvents or Indices.Events)
                .DistinctBy(letter => (letter.Topic, letter.Partition, letter.Offset)),
        ];
        bool isSearchable = (await elasticsearch.IndicesOfAsync(Indices.Events, cancel).ConfigureAwait(false)).Count > 0;
        long keptSince = await new EventHorizon(elasticsearch).ReadAsync(cancel).ConfigureAwait(false) ?? 0;
        return new EventBooks(
            TopicRecords(),
            figures.Rows,
            figures.Different,
            figures.Misplaced,
            figures.Late,
            letters.Count(letter => letter.Topic == Topics.AppEvents),
            byMonth.Where(row => isSearchable && new EventPeriod(row.Year, row.Month).End > keptSince).GroupBy(row => row.EventType).ToDictionary(type => type.Key, type => type.Sum(row => row.Events)),
            letters.Count(letter => letter.Topic == Indices.Events),
            isSearchable ? await DocumentsAsync(cancel).ConfigureAwait(false) : new Dictionary<string, long>(),
            await CountedAsync(cancel).ConfigureAwait(false));
    }

    private static FileFigures Figures(DataFrame files) => files
        .Agg(
            Functions.Expr("count(*)").As("Rows"),
            Functions.Expr("count(DISTINCT partition, offset)").As("Different"),
            Functions.Expr("count_if(date_format(timestamp_seconds(placed), 'y-M-d-H') <> concat_ws('-', year, month, day, hour))").As("Misplaced"),
            Functions.Expr("count_if(late)").As("Late"))
        .CollectAs<FileFigures>()
        .Single();

    private static IReadOnlyList<TypeRow> ByMonth(DataFrame files) => files
        .GroupBy(Functions.Col("year").As("Year"), Functions.Col("month").As("Month"), Functions.Col("event_type").As("EventType"))
        .Agg(Functions.Expr("count(*)").As("Events"))
        .CollectAs<TypeRow>();

    private long TopicRecords()
    {
        using TopicOffsets offsets = new(kafka);
        return offsets.End([Topics.AppEvents]).Sum(end => end.Offset) - offsets.Beginning([Topics.AppEvents]).Sum(begin => begin.Offset);
    }

    private async Task<IReadOnlyDictionary<string, long>> DocumentsAsync(CancellationToken cancel)
    {
        await elasticsearch.RefreshAsync(Indices.Events, cancel).ConfigureAwait(false);
        SearchResult found = await elasticsearch.SearchAsync(
            Indices.Events, new { size = 0, aggs = new { types = new { terms = new { field = AppEventFields.EventType, size = MostTypes } } } }, cancel).ConfigureAwait(false);
        return found.Body.GetProperty("aggregations").GetProperty("types").GetProperty("buckets").EnumerateArray()
            .ToDictionary(bucket => bucket.GetProperty("key").GetString()!, bucket => bucket.GetProperty("doc_count").GetInt64());
    }

    private async Task<long> CountedAsync(CancellationToken cancel)
    {
        try
        {
            await elasticsearch.RefreshAsync(Indices.EventCounts, cancel).ConfigureAwait(false);
            SearchResult found = await elasticsearch.SearchAsync(
                Indices.EventCounts, new { size = 0, aggs = new { counted = new { sum = new { field = "count" } } } }, cancel).ConfigureAwait(false);
            return (long)found.Body.GetProperty("aggregations").GetProperty("counted").GetProperty("value").GetDouble();
        }
        catch (ElasticsearchException e) when (e.Status == System.Net.HttpStatusCode.NotFound)
        {
            return 0; // no window has been counted yet
        }
    }

    private sealed record FileFigures(long Rows, long Different, long Misplaced, long Late);

    private sealed record TypeRow(int Year, int Month, string EventType, long Events);
}
