using SpecialDelivery.Api.Settings;
using SpecialDelivery.Core.AppEvents;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Api.Freshness;

/// <summary>Creates the topic when it is missing, then compares its ends with the index every two seconds.</summary>
/// <param name="settings">Where the servers are.</param>
/// <param name="elasticsearch">The index.</param>
/// <param name="freshness">Receives what is found out.</param>
/// <param name="contact">Told when Kafka answers.</param>
/// <param name="time">The wall clock.</param>
/// <param name="log">Told what is in the way.</param>
internal sealed partial class FreshnessMonitor(
    ApiSettings settings, ElasticsearchClient elasticsearch, IndexFreshness freshness, BrokerContact contact, TimeProvider time, ILogger<FreshnessMonitor> log) : BackgroundService
{
    private const int Partitions = 2;
    private const int MostExamined = 500;
    private static readonly string[] OffsetOnly = ["offset"];
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // How far each partition is known to be indexed or refused.
    private readonly Dictionary<int, long> _next = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the service listens meanwhile
        bool wasAway = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TopicAdmin.EnsureAsync(settings.Kafka, [Topics.AppEvents], Partitions);
                contact.Note();
                using TopicOffsets offsets = new(settings.Kafka);
                while (true)
                {
                    await LookAsync(offsets, stoppingToken);
                    wasAway = false;
                    await Task.Delay(Pause, time, stoppingToken);
                }
            }
            catch (Exception fault) when (fault is TopicException or ElasticsearchException or TimeoutException)
            {
                if (!wasAway)
                {
                    LogAway(fault.Message);
                    wasAway = true;
                }

                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task LookAsync(TopicOffsets offsets, CancellationToken cancel)
    {
        List<TopicOffset> open = [];
        IReadOnlyList<TopicOffset> begins = await Task.Run(() => offsets.Beginning([Topics.AppEvents]), cancel);
        IReadOnlyList<TopicOffset> ends = await Task.Run(() => offsets.End([Topics.AppEvents]), cancel);
        contact.Note();
        foreach (TopicOffset end in ends)
        {
            long begin = begins.Single(one => one.Partition == end.Partition).Offset;
            long known = _next.GetValueOrDefault(end.Partition);
            known = known > end.Offset ? 0 : known; // the topic was made anew
            long next = Math.Max(begin, known);
            if (next < end.Offset)
            {
                next = Math.Max(next, await IndexedAsync(end.Partition, next, cancel) + 1);
            }

            _next[end.Partition] = next;
            if (next < end.Offset)
            {
                open.Add(end with { Offset = next });
            }
        }

        long? oldest = null;
        if (open.Count > 0)
        {
            TopicOffset[] upTo = [.. open.Select(start => start with { Offset = Math.Min(start.Offset + MostExamined, ends.Single(end => end.Partition == start.Partition).Offset) })];
            oldest = await Task.Run(() => OldestGood(open, upTo, cancel), cancel);
        }

        long lag = ends.Sum(end => end.Offset - _next[end.Partition]);
        double age = oldest is { } at ? Math.Max(0, (time.GetUtcNow().ToUnixTimeMilliseconds() - at) / 1_000.0) : 0;
        freshness.Set(lag, age, await new EventHorizon(elasticsearch).ReadAsync(cancel) ?? 0);
    }

    /// <summary>Time of the oldest record that should be in the index and is not; records that were refused are passed for good.</summary>
    private long? OldestGood(List<TopicOffset> from, TopicOffset[] upTo, CancellationToken cancel)
    {
        Dictionary<int, bool> found = [];
        long? oldest = null;
        foreach (TopicRecord record in new TopicReader(settings.Kafka).Read(from, upTo, cancel))
        {
            if (found.GetValueOrDefault(record.Partition))
            {
                continue;
            }

            if (AppEventParser.Parse(record.Value).Event is null)
            {
                _next[record.Partition] = record.Offset + 1;
                continue;
            }

            found[record.Partition] = true;
            oldest = oldest is null ? record.Timestamp : Math.Min(oldest.Value, record.Timestamp);
        }

        return oldest;
    }

    /// <summary>Highest offset of a partition that the index holds from one on; -1 = none. What is known already is not searched again: the whole index would be.</summary>
    private async Task<long> IndexedAsync(int partition, long from, CancellationToken cancel)
    {
        try
        {
            SearchResult newest = await elasticsearch.SearchUncountedAsync(
                Indices.Events,
                new { size = 1, query = NotBefore(partition, from), sort = new object[] { new { offset = "desc" } }, _source = OffsetOnly },
                cancel);
            return newest.Sources.Select(source => source.GetProperty("offset").GetInt64()).FirstOrDefault(-1);
        }
        catch (ElasticsearchException e) when (e.Status is System.Net.HttpStatusCode.NotFound)
        {
            return -1; // no period has been written yet
        }
    }

    private static object NotBefore(int partition, long from) =>
        new { @bool = new { filter = new object[] { new { term = new { partition } }, new { range = new { offset = new { gte = from } } } } } };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index's lag cannot be found out: {Why}")]
    private partial void LogAway(string why);
}
