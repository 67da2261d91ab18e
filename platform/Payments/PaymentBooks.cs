using System.Text;
using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Platform.Payments;

/// <summary>Reads what lies in Kafka about payments: the records, and what the job made of them.</summary>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
public sealed class PaymentBooks(string kafka)
{
    /// <summary>Recounts all payments, one thread per partition, and holds the job's results against them.</summary>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="TopicException">The broker does not answer, or a topic is missing.</exception>
    public PaymentBalance Balance(CancellationToken cancel) =>
        Recount(cancel).Against(Sums(Topics.TransactionAggregates, cancel), Letters(cancel), Anomalies(cancel));

    /// <summary>Recounts all payments, one thread per partition.</summary>
    /// <param name="cancel">Stops reading.</param>
    public PaymentRecount Recount(CancellationToken cancel)
    {
        IReadOnlyList<TopicOffset> begin, end;
        using (TopicOffsets offsets = new(kafka))
        {
            (begin, end) = (offsets.Beginning([Topics.Transactions]), offsets.End([Topics.Transactions]));
        }

        PaymentRecount all = new();
        Parallel.ForEach(
            end,
            new ParallelOptions { CancellationToken = cancel },
            to =>
            {
                PaymentRecount part = new();
                foreach (TopicRecord record in new TopicReader(kafka, headers: true).Read([.. begin.Where(from => from.Partition == to.Partition)], [to], cancel))
                {
                    part.Read(record.Partition, record.Offset, record.Value, Label(record));
                }

                lock (all)
                {
                    all.Add(part);
                }
            });
        return all;
    }

    /// <summary>The sums of a topic of aggregates.</summary>
    /// <param name="topic"><see cref="Topics.TransactionAggregates"/> or <see cref="Topics.TransactionAggregatesStateful"/>.</param>
    /// <param name="cancel">Stops reading.</param>
    public AggregateBook Sums(string topic, CancellationToken cancel)
    {
        AggregateBook book = new();
        foreach (TopicRecord record in new TopicReader(kafka).Read([topic], cancel))
        {
            book.Read(JsonSerializer.Deserialize(record.Value, PaymentJson.Default.AggregateEvent)!);
        }

        return book;
    }

    /// <summary>Where the quarantined payments stand.</summary>
    /// <param name="cancel">Stops reading.</param>
    public IReadOnlySet<(int Partition, long Offset)> Letters(CancellationToken cancel) => new TopicReader(kafka).Read([Topics.DeadLetters], cancel)
        .Select(record => JsonSerializer.Deserialize(record.Value, EventJson.Default.DeadLetterEvent)!)
        .Where(letter => letter.Topic == Topics.Transactions)
        .Select(letter => (letter.Partition, letter.Offset))
        .ToHashSet();

    private IEnumerable<AnomalyEvent> Anomalies(CancellationToken cancel) => new TopicReader(kafka).Read([Topics.TransactionAnomalies], cancel)
        .Select(record => JsonSerializer.Deserialize(record.Value, PaymentJson.Default.AnomalyEvent)!);

    private static AnomalyReason? Label(in TopicRecord record) =>
        record.Header(Headers.Anomaly) is { } label && Enum.TryParse(Encoding.ASCII.GetString(label), ignoreCase: true, out AnomalyReason reason) ? reason : null;
}
