using System.Runtime.InteropServices;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Finds seconds in which one user paid one merchant far more often than in the batch's other seconds.</summary>
/// <remarks>
/// A batch may hold a part of a second only, and traffic rises and falls: a second counts as far as its payments, all pairs together, reach the
/// median second's. What is usual for a pair comes from its other seconds, drawn towards the average pair as long as there are few. Counts are taken for Poisson: of all
/// payments of a pair, each falls into a second with a chance that only depends on how full that is, however often the pair pays. So a pair that merely was quiet in the
/// few seconds it is compared with does not stand out.
/// </remarks>
/// <param name="settings">From where on it is a burst.</param>
internal sealed class BurstCheck(TransactionsSettings settings)
{
    /// <summary>How many seconds of its own outweigh the average pair.</summary>
    private const double Prior = 1;

    /// <summary>Looks at a batch.</summary>
    public IEnumerable<AnomalyEvent> Look(IReadOnlyList<PaymentGroup> groups, long batch)
    {
        Dictionary<(string Merchant, string User), Dictionary<long, MerchantTotal>> pairs = [];
        Dictionary<long, long> totals = [];
        foreach (PaymentGroup group in groups)
        {
            ref Dictionary<long, MerchantTotal>? seconds = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (group.Merchant, group.User), out _);
            ref MerchantTotal total = ref CollectionsMarshal.GetValueRefOrAddDefault(seconds ??= [], group.Second, out _);
            total += new MerchantTotal(group.Cents, group.Count);
            totals[group.Second] = totals.GetValueOrDefault(group.Second) + group.Count;
        }

        double median = Median([.. totals.Values]);
        Dictionary<long, double> fullness = totals.ToDictionary(second => second.Key, second => second.Value / median);
        double allSeconds = fullness.Values.Sum();
        double average = totals.Values.Sum() / (pairs.Count * allSeconds);
        foreach (((string merchant, string user), Dictionary<long, MerchantTotal> seconds) in pairs)
        {
            long all = seconds.Values.Sum(total => total.Count);
            foreach ((long second, MerchantTotal total) in seconds)
            {
                double payments = all + (Prior * average);
                double chance = fullness[second] / (allSeconds + Prior);
                double expected = payments * chance;
                double deviation = Math.Sqrt(expected * (1 - chance));
                double usual = (payments - total.Count) * chance / (1 - chance); // without what happened in this second
                if (total.Count >= Math.Max(usual + settings.BurstLeast, expected + (settings.BurstDeviations * deviation)))
                {
                    yield return new(
                        null,
                        user,
                        merchant,
                        AnomalyReason.Burst,
                        $"{user} paid {merchant} {total.Count} times within a second; {usual:0} times are usual",
                        Math.Round((total.Count - expected) / deviation, 1),
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
            return 1;
        }

        Array.Sort(values);
        return values[values.Length / 2];
    }
}
