using SpecialDelivery.Core.Payments.Detection;

namespace SpecialDelivery.Core.Payments;

/// <summary>The balance sheet of payments: all of it recounted from the topics, nothing from the job's own counters.</summary>
/// <param name="Records">Records in the topic.</param>
/// <param name="Quarantined">Records in <c>dead_letters</c>.</param>
/// <param name="Counted">All sound payments, by the strict reader.</param>
/// <param name="Summed">The same by the job's sums.</param>
/// <param name="Windows">Merchants times minutes.</param>
/// <param name="WrongWindows">Those of them whose sum or count is not that of the recount.</param>
/// <param name="WrongLetters">Bad records without a dead letter, and dead letters of sound records.</param>
/// <param name="Scores">How good the detector was.</param>
public sealed record PaymentBalance(
    long Records,
    long Quarantined,
    MerchantTotal Counted,
    MerchantTotal Summed,
    int Windows,
    int WrongWindows,
    long WrongLetters,
    IReadOnlyDictionary<AnomalyReason, DetectionScore> Scores)
{
    /// <summary>Records that are neither summed nor quarantined; negative when some are twice.</summary>
    public long Missing => Records - Summed.Count - Quarantined;

    /// <summary>Whether in = good + quarantined, every sum is exact and every dead letter deserved.</summary>
    public bool IsBalanced => Missing == 0 && WrongWindows == 0 && WrongLetters == 0;
}
