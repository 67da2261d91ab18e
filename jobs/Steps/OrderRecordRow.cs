namespace SpecialDelivery.Jobs.Steps;

/// <summary>A record of the input topics, as it lies there.</summary>
/// <param name="IsTrip">Whether it stands in the topic of trips.</param>
/// <param name="Partition">Its partition.</param>
/// <param name="Offset">Its place there.</param>
/// <param name="Timestamp">Its event time, unix milliseconds.</param>
/// <param name="Key">Its key; null for none.</param>
/// <param name="Value">Its value; null for a tombstone.</param>
internal readonly record struct OrderRecordRow(bool IsTrip, int Partition, long Offset, long Timestamp, ReadOnlyMemory<byte>? Key, ReadOnlyMemory<byte>? Value);
