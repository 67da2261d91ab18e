namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Holds what a detector found against what a generator had labelled.</summary>
public sealed class DetectionTruth
{
    /// <summary>Fewest labelled payments within a found burst that make it right: its window may begin or end within the burst.</summary>
    private const int BurstCore = 8;

    private readonly Dictionary<AnomalyReason, Dictionary<string, Payment>> _labelled = Enum.GetValues<AnomalyReason>().ToDictionary(reason => reason, _ => new Dictionary<string, Payment>());
    private readonly Dictionary<(AnomalyReason, string), AnomalyEvent> _found = [];

    /// <summary>Takes a labelled payment.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="reason">Its label.</param>
    public void Label(Payment payment, AnomalyReason reason)
    {
        ArgumentNullException.ThrowIfNull(payment);
        _labelled[reason][payment.TransactionId] = payment;
    }

    /// <summary>Takes an event of the detector; one that comes again counts once.</summary>
    /// <param name="found">The event.</param>
    public void Find(AnomalyEvent found)
    {
        ArgumentNullException.ThrowIfNull(found);
        _found[(found.Reason, found.TransactionId ?? $"{found.UserId} {found.MerchantId} {found.From}")] = found;
    }

    /// <summary>The score of each reason.</summary>
    public IReadOnlyDictionary<AnomalyReason, DetectionScore> Scores() =>
        _labelled.Keys.ToDictionary(reason => reason, reason => reason == AnomalyReason.Burst ? Bursts() : Singles(reason));

    private DetectionScore Singles(AnomalyReason reason)
    {
        AnomalyEvent[] found = [.. _found.Values.Where(one => one.Reason == reason)];
        int right = found.Count(one => one.TransactionId is { } id && _labelled[reason].ContainsKey(id));
        return new(_labelled[reason].Count, right, found.Length, right);
    }

    private DetectionScore Bursts()
    {
        Dictionary<(string User, string Merchant, long Second), int> labelled = [];
        foreach (Payment payment in _labelled[AnomalyReason.Burst].Values)
        {
            (string, string, long) key = (payment.UserId, payment.MerchantId, payment.TransactionTime / 1_000);
            labelled[key] = labelled.GetValueOrDefault(key) + 1;
        }

        AnomalyEvent[] found = [.. _found.Values.Where(one => one.Reason == AnomalyReason.Burst)];
        int[] covered = [.. found.Select(one => labelled.GetValueOrDefault((one.UserId, one.MerchantId, one.From / 1_000)))];
        return new(labelled.Values.Sum(), covered.Sum(), found.Length, covered.Count(payments => payments >= BurstCore));
    }
}
