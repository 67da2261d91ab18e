namespace SpecialDelivery.Jobs.Steps;

/// <summary>A record of the payments' topic, as it lies there.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Offset">Its place there.</param>
/// <param name="Key">Its key; null for none.</param>
/// <param name="Value">Its value; null for a tombstone.</param>
internal readonly record struct PaymentRecord(int Partition, long Offset, ReadOnlyMemory<byte>? Key, ReadOnlyMemory<byte>? Value);
