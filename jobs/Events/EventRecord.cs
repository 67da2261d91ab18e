namespace SpecialDelivery.Jobs.Events;

/// <summary>A record of the events' topic, as it lies there.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Offset">Its place there.</param>
/// <param name="Received">Its timestamp, unix milliseconds.</param>
/// <param name="Value">Its value; null for a tombstone.</param>
internal readonly record struct EventRecord(int Partition, long Offset, long Received, ReadOnlyMemory<byte>? Value);
