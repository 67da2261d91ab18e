namespace SpecialDelivery.Jobs.Events;

/// <summary>A record that is no event.</summary>
/// <param name="Partition">Its place.</param>
/// <param name="Offset">Its place.</param>
/// <param name="Value">Its value, cut one byte beyond what an event may have; null for none.</param>
internal sealed record RefusedEvent(int Partition, long Offset, byte[]? Value);
