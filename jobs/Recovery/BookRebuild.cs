using SpecialDelivery.Core.Matching;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Platform.Redis;

namespace SpecialDelivery.Jobs.Recovery;

/// <summary>Makes the book again from the topics.</summary>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
/// <param name="clock">The wall clock.</param>
/// <param name="clockSkew">How far a timestamp may lie ahead of the clock.</param>
internal sealed class BookRebuild(string kafka, TimeProvider clock, TimeSpan clockSkew)
{
    /// <summary>Folds the past into an empty book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="end">How far the input topics were read.</param>
    /// <param name="before">The batch that comes next.</param>
    /// <param name="cancel">Stops reading.</param>
    public void Run(OrderBook book, IReadOnlyList<TopicOffset> end, long before, CancellationToken cancel) => BookReplay.Run(
        book, new OrderIntake(book, clock, clockSkew), Orders(end, cancel), new ClaimLedger(kafka).Read(cancel), new WaitingReasons(kafka).Read(cancel), before);

    private IEnumerable<OrderRecord> Orders(IReadOnlyList<TopicOffset> end, CancellationToken cancel)
    {
        using TopicOffsets offsets = new(kafka);
        HashSet<(string, int)> known = [.. end.Select(e => (e.Topic, e.Partition))];
        TopicOffset[] from = [.. offsets.Beginning([Topics.Trips, Topics.Packages]).Where(start => known.Contains((start.Topic, start.Partition)))];
        foreach (TopicRecord record in new TopicReader(kafka).Read(from, end, cancel))
        {
            // Not "null": that would turn into an empty value.
            ReadOnlyMemory<byte>? value = record.Value is { } bytes ? bytes : default(ReadOnlyMemory<byte>?);
            yield return new OrderRecord(record.Topic == Topics.Trips, record.Partition, record.Offset, record.Timestamp, record.Key, value);
        }
    }
}
