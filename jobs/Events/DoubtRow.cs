namespace SpecialDelivery.Jobs.Events;

/// <summary>A record that the strict reader has to judge.</summary>
/// <param name="Partition">Its place.</param>
/// <param name="Offset">Its place.</param>
/// <param name="Received">Its timestamp, unix milliseconds.</param>
/// <param name="Value">Its value, cut one byte beyond what an event may have; null for none.</param>
internal sealed record DoubtRow(int Partition, long Offset, long Received, byte[]? Value);
