namespace SpecialDelivery.Platform.Redis;

/// <summary>What a rebuild restored.</summary>
/// <param name="Events">Ledger events read.</param>
/// <param name="Claimed">Packages that a trip carries.</param>
/// <param name="Ended">Packages that have ended.</param>
/// <param name="HighestFence">The fence counter.</param>
/// <param name="Epoch">The store's new epoch.</param>
public sealed record RebuildResult(long Events, int Claimed, int Ended, long HighestFence, string Epoch);
