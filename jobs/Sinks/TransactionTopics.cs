using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Sinks;

/// <summary>Writes what a batch of payments came to; a batch repeated writes the same sums again under the same ids.</summary>
/// <param name="writer">Kafka.</param>
internal sealed class TransactionTopics(RecordWriter writer)
{
    /// <summary>Writes everything and waits until the brokers have it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="intake">What its records became.</param>
    /// <param name="anomalies">What stood out.</param>
    /// <param name="cancel">Stops waiting; the batch then counts as failed and is repeated.</param>
    public void Write(long batch, PaymentIntake intake, IReadOnlyList<AnomalyEvent> anomalies, CancellationToken cancel)
    {
        foreach (((string merchant, long window), MerchantTotal total) in intake.Totals)
        {
            Write(Topics.TransactionAggregates, merchant, window, total, batch);
        }

        foreach (AnomalyEvent anomaly in anomalies)
        {
            writer.Write(
                Topics.TransactionAnomalies,
                anomaly.TransactionId ?? $"{anomaly.UserId}|{anomaly.MerchantId}|{anomaly.From}",
                JsonSerializer.SerializeToUtf8Bytes(anomaly, PaymentJson.Default.AnomalyEvent),
                anomaly.From);
        }

        foreach ((byte[]? key, DeadLetterEvent letter) in intake.DeadLetters)
        {
            writer.Write(Topics.DeadLetters, key, JsonSerializer.SerializeToUtf8Bytes(letter, EventJson.Default.DeadLetterEvent));
        }

        writer.Flush(cancel);
    }

    /// <summary>Writes running totals and waits until the brokers have them.</summary>
    /// <param name="totals">Merchant, begin of the minute, total so far.</param>
    /// <param name="cancel">Stops waiting.</param>
    public void WriteRunning(IEnumerable<(string Merchant, long Window, MerchantTotal Total)> totals, CancellationToken cancel)
    {
        foreach ((string merchant, long window, MerchantTotal total) in totals)
        {
            Write(Topics.TransactionAggregatesStateful, merchant, window, total, AggregateEvent.Running);
        }

        writer.Flush(cancel);
    }

    private void Write(string topic, string merchant, long window, MerchantTotal total, long batch)
    {
        AggregateEvent part = new(merchant, total.AmountCents / 100m, total.Count, window, window + AggregateEvent.WindowMilliseconds, batch);
        writer.Write(topic, merchant, JsonSerializer.SerializeToUtf8Bytes(part, PaymentJson.Default.AggregateEvent), window);
    }
}
