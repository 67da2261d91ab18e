using System.Text.Json;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Events;

/// <summary>What the events job does with each batch. Every step puts, none adds: a batch that comes again changes nothing.</summary>
/// <param name="settings">Limits.</param>
/// <param name="stage">Where a batch is written first.</param>
/// <param name="files">Files by the hour.</param>
/// <param name="counts">Counts of windows.</param>
/// <param name="documents">The search index; null for none.</param>
/// <param name="offsets">How far the topic was read.</param>
/// <param name="writer">Dead letters.</param>
/// <param name="report">Receives each batch's figures.</param>
internal sealed class EventBatches(
    EventsSettings settings,
    EventStage stage,
    EventFiles files,
    WindowCounts counts,
    EventDocuments? documents,
    BatchOffsets offsets,
    RecordWriter writer,
    Action<EventsReport> report)
{
    private readonly Dictionary<string, long> _touched = [];

    /// <summary>Handles a batch.</summary>
    /// <param name="batch">Its records.</param>
    /// <param name="id">Its number; the same records come under the same number after a crash.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <remarks>Blocking on purpose: Spark's stream thread waits for the handler, and its calls must come from this thread.</remarks>
    public void Handle(DataFrame batch, long id, CancellationToken cancel)
    {
        Laps laps = new();
        IReadOnlyList<DeadLetterEvent> dead = stage.Fill(batch, id);
        Bury(dead, cancel);
        laps.Note("read");

        DataFrame events = stage.Read(id);
        IReadOnlyList<CountRow> added = Count(events);
        laps.Note("count");
        IReadOnlyList<DeadLetterEvent> refused = [];
        if (documents is not null)
        {
            IReadOnlyList<DocumentRow> rows = events.SelectExpr(DocumentRow.Columns).CollectAs<DocumentRow>();
            refused = documents.PutAsync(rows, cancel).GetAwaiter().GetResult();
            Bury(refused, cancel);
            laps.Note("index");
        }

        IReadOnlyCollection<string> hours = files.Publish(id);
        laps.Note("files");
        counts.AddAsync(id, added, cancel).GetAwaiter().GetResult();
        laps.Note("windows");
        Tidy(id, hours, added, cancel);
        laps.Note("tidy");

        EventsReport figures = new(
            id, offsets.Count(batch.SparkSession(), id), added.Sum(row => row.Counted), added.Sum(row => row.Late), added.Sum(row => row.Clamped), dead.Count, refused.Count, added.Count, laps);
        if (figures.Unaccounted != 0)
        {
            throw new JobException($"Of the {figures.Records} records of batch {id}, {figures.Unaccounted} are unaccounted for: the topic has gaps (a transaction, compaction), or this is a fault of the job. Nothing is skipped silently.");
        }

        report(figures);
    }

    private IReadOnlyList<CountRow> Count(DataFrame events)
    {
        long width = (long)settings.Interval.TotalSeconds;
        return events
            .GroupBy(Functions.Expr($"placed div {width} * {width}").As("WindowStart"), Functions.Col("event_type").As("EventType"))
            .Agg(
                Functions.Expr("count_if(NOT late)").As("Counted"),
                Functions.Expr("count_if(late)").As("Late"),
                Functions.Expr("count_if(clamped)").As("Clamped"),
                Functions.Expr("max(received)").As("Newest"))
            .CollectAs<CountRow>();
    }

    private void Bury(IReadOnlyList<DeadLetterEvent> letters, CancellationToken cancel)
    {
        foreach (DeadLetterEvent letter in letters)
        {
            writer.Write(Topics.DeadLetters, null, JsonSerializer.SerializeToUtf8Bytes(letter, EventJson.Default.DeadLetterEvent));
        }

        writer.Flush(cancel);
    }

    private void Tidy(long id, IReadOnlyCollection<string> hours, IReadOnlyList<CountRow> added, CancellationToken cancel)
    {
        files.Clear(id);
        foreach (string hour in hours)
        {
            _touched[hour] = id;
        }

        // The batch before this one may yet be repeated, should its commit be lost; those before it never are.
        files.Compact(_touched.Keys, settledBefore: id - 1);
        foreach (string quiet in _touched.Where(hour => hour.Value < id - 1).Select(hour => hour.Key).ToArray())
        {
            _touched.Remove(quiet);
        }

        if (documents is not null && settings.KeepIndex is { } keep && added.Count > 0)
        {
            documents.DropOldAsync(added.Max(row => row.Newest) / 1_000, keep, cancel).GetAwaiter().GetResult();
        }
    }
}
