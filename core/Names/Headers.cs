namespace SpecialDelivery.Core.Names;

/// <summary>Kafka record headers.</summary>
public static class Headers
{
    /// <summary>When a producer sent the record, wall clock: unix milliseconds as decimal text. The record's own timestamp is the event's time, which a replay sets to the past.</summary>
    public const string SentAt = "sent_at";
}
