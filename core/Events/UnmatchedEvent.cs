namespace SpecialDelivery.Core.Events;

/// <summary>A record of topic <c>unmatched</c>; written when a package's reason changes, not in every batch it waits.</summary>
/// <param name="Package">Package id, the record's key.</param>
/// <param name="Reason">Why it has no driver.</param>
/// <param name="WaitingSince">When it was ready, unix milliseconds of event time.</param>
/// <param name="Deadline">Until when it waits, unix milliseconds of event time.</param>
/// <param name="Batch">The batch that found it so: since the first one it waits.</param>
public sealed record UnmatchedEvent(string Package, UnmatchedReason Reason, long WaitingSince, long Deadline, long Batch);
