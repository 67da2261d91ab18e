using System.Runtime.InteropServices;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Finds seconds in which one user paid one merchant far more often than in the others.</summary>
/// <remarks>The usual count is the median over the batch's seconds, which a burst does not move; where a pair has few seconds, the median over all pairs. Counts are taken for Poisson: their deviation is the root of the usual count.</remarks>
/// <param name="settings">From where on it is a burst.</param>
internal sealed class BurstCheck(TransactionsSettings settings)
{
    private const int FewSeconds = 5;

    /// <summary>Looks at a batch.</summary>
    public IEnumerable<AnomalyEvent> Look(IReadOnlyList<PaymentGroup> groups, long batch)
    {
        Dictionary<(string Merchant, string User), Dictionary<long, MerchantTotal>> pairs = [];
        foreach (PaymentGroup group in groups)
        {
            ref Dictionary<long, MerchantTotal>? seconds = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (group.Merchant, group.User), out _);
            ref MerchantTotal total = ref CollectionsMarshal.GetValueRefOrAddDefault(seconds ??= [], group.Second, out _);
            total += new MerchantTotal(group.Cents, group.Count);
        }

        double usualOfAll = Median([.. pairs.Values.SelectMany(seconds => seconds.Values, (_, total) => total.Count)]);
        foreach (((string merchant, string user), Dictionary<long, MerchantTotal> seconds) in pairs)
        {
            double usual = seconds.Count < FewSeconds ? usualOfAll : Median([.. seconds.Values.Select(total => total.Count)]);
            double limit = usual + Math.Max(settings.BurstLeast, settings.BurstDeviations * Math.Sqrt(usual));
            foreach ((long second, MerchantTotal total) in seconds)
            {
                if (total.Count >= limit)
                {
                    yield return new(
                        null,
                        user,
                        merchant,
                        AnomalyReason.Burst,
                        $"{user} paid {merchant} {total.Count} times within a second; {usual:0} times are usual",
                        Math.Round((total.Count - usual) / Math.Sqrt(usual), 1),
                        second * 1_000,
                        (second + 1) * 1_000,
                        total.Count,
                        total.AmountCents / 100m,
                        batch);
                }
            }
        }
    }

    private static double Median(long[] values)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        Array.Sort(values);
        return values[values.Length / 2];
    }
}
