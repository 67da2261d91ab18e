namespace SpecialDelivery.Platform.Redis;

/// <summary>What the ledger says the claim store must at least remember.</summary>
/// <param name="IsEmpty">Whether the ledger holds nothing: only then is an empty store a new one, and not one that lost its memory.</param>
/// <param name="HighestFence">Highest fence in the ledger; 0 when it holds none.</param>
public readonly record struct LedgerSummary(bool IsEmpty, long HighestFence)
{
    /// <summary>An installation's first start.</summary>
    public static LedgerSummary Empty => new(IsEmpty: true, HighestFence: 0);
}
