namespace SpecialDelivery.Core.Names;

/// <summary>Kafka record headers.</summary>
public static class Headers
{
    /// <summary>When a producer sent the record, wall clock: unix milliseconds as decimal text. The record's own timestamp is the event's time, which a replay sets to the past.</summary>
    public const string SentAt = "sent_at";

    /// <summary>What a generator made odd about a payment, one of <see cref="Payments.AnomalyReason"/>'s names: the truth that detectors are measured with, and must not read.</summary>
    public const string Anomaly = "anomaly";
}
