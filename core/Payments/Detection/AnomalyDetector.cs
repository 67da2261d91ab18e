using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Finds payments that stand out in a batch, then learns from the rest.</summary>
/// <param name="settings">From where on something stands out.</param>
public sealed class AnomalyDetector(TransactionsSettings settings)
{
    /// <summary>What users and merchants are used to.</summary>
    public PaymentHistory History { get; } = new();

    /// <summary>Looks at a batch.</summary>
    /// <param name="groups">All its payments.</param>
    /// <param name="batch">Its number, for the events.</param>
    /// <returns>What stands out.</returns>
    public IReadOnlyList<AnomalyEvent> Look(IReadOnlyList<PaymentGroup> groups, long batch)
    {
        ArgumentNullException.ThrowIfNull(groups);
        TravelCheck travel = new(groups, History, settings);
        List<AnomalyEvent> found = [.. new BurstCheck(settings).Look(groups, batch)];
        List<PaymentGroup> ordinary = [];
        foreach (PaymentGroup group in groups)
        {
            AnomalyEvent? anomaly = group.Odd is null ? null : Amount(group, batch) ?? travel.Look(group, batch);
            if (anomaly is null)
            {
                ordinary.Add(group);
            }
            else
            {
                found.Add(anomaly);
            }
        }

        ordinary.ForEach(group => History.Learn(group));
        return found;
    }

    private AnomalyEvent? Amount(in PaymentGroup group, long batch)
    {
        if (group.Count != 1 || History.OfUser(group.User) is not { } user || History.OfMerchant(group.Merchant) is not { } merchant)
        {
            return null;
        }

        double score = Math.Min(user.Deviations(group.Cents), merchant.Deviations(group.Cents));
        return score < settings.AmountDeviations ? null : Event(group, AnomalyReason.Amount, score, batch) with
        {
            Detail = $"{group.Cents / 100m:0.00} is {user.Deviations(group.Cents):0.0} deviations above what {group.User} pays ({user.Mean / 100:0.00} on average) "
                + $"and {merchant.Deviations(group.Cents):0.0} above what {group.Merchant} gets ({merchant.Mean / 100:0.00})",
        };
    }

    /// <summary>The event of a single payment, its detail left to say.</summary>
    internal static AnomalyEvent Event(in PaymentGroup group, AnomalyReason reason, double score, long batch) => new(
        group.Odd, group.User, group.Merchant, reason, "", Math.Round(score, 1), group.Second * 1_000, (group.Second + 1) * 1_000, group.Count, group.Cents / 100m, batch);
}
