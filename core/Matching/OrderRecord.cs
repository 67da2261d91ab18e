namespace SpecialDelivery.Core.Matching;

/// <summary>A record of an input topic, unread.</summary>
/// <param name="IsTrip">Whether it stood in the topic of trips, not of packages.</param>
/// <param name="Partition">Its place.</param>
/// <param name="Offset">Its place.</param>
/// <param name="Timestamp">Its event time, unix milliseconds.</param>
/// <param name="Key">Its key; empty when it has none.</param>
/// <param name="Value">Its value; null for a tombstone.</param>
public readonly record struct OrderRecord(
    bool IsTrip, int Partition, long Offset, long Timestamp, ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte>? Value);
