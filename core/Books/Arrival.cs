namespace SpecialDelivery.Core.Books;

/// <summary>Where and when an input record came in.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Offset">Its offset.</param>
/// <param name="Timestamp">The record's timestamp, the event's time: unix milliseconds.</param>
/// <param name="SentAt">When it was sent, wall clock: unix milliseconds; null when the record does not tell.</param>
public readonly record struct Arrival(string Topic, int Partition, long Offset, long Timestamp, long? SentAt);
