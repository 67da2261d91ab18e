namespace SpecialDelivery.Producer.Replay;

/// <summary>How far a replay is.</summary>
/// <param name="Counts">What was sent; goes on counting.</param>
/// <param name="Acknowledged">Records that are safe.</param>
/// <param name="Elapsed">Wall time since the start.</param>
public sealed record ReplayProgress(ReplayCounts Counts, long Acknowledged, TimeSpan Elapsed);
