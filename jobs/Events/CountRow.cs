namespace SpecialDelivery.Jobs.Events;

/// <summary>What a batch adds to a window.</summary>
/// <param name="WindowStart">Unix seconds.</param>
/// <param name="EventType">Type of the events.</param>
/// <param name="Counted">Events that count in it.</param>
/// <param name="Late">Events that came too late to count.</param>
/// <param name="Clamped">Events filed under their receipt; counted too.</param>
/// <param name="Newest">Latest receipt, unix milliseconds.</param>
internal sealed record CountRow(long WindowStart, string EventType, long Counted, long Late, long Clamped, long Newest);
