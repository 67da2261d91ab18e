using System.Runtime.InteropServices;
using SpecialDelivery.Core.Payments.Detection;

namespace SpecialDelivery.Core.Payments;

/// <summary>Counts the topic of payments again, record by record with the strict reader: what every sum and every dead letter is held against.</summary>
public sealed class PaymentRecount
{
    private readonly Dictionary<(string Merchant, long Window), MerchantTotal> _totals = [];
    private readonly HashSet<(int Partition, long Offset)> _bad = [];
    private readonly List<(Payment Payment, AnomalyReason Label)> _labelled = [];

    /// <summary>Records read.</summary>
    public long Records { get; private set; }

    /// <summary>Totals by merchant and begin of the minute, unix milliseconds.</summary>
    public IReadOnlyDictionary<(string Merchant, long Window), MerchantTotal> Totals => _totals;

    /// <summary>Reads a record.</summary>
    /// <param name="partition">Its place.</param>
    /// <param name="offset">Its place.</param>
    /// <param name="value">Its value; empty for a tombstone.</param>
    /// <param name="label">What its generator made odd about it; null for nothing.</param>
    public void Read(int partition, long offset, ReadOnlySpan<byte> value, AnomalyReason? label)
    {
        Records++;
        if (!PaymentParser.TryParse(value, out Payment? payment, out _))
        {
            _bad.Add((partition, offset));
            return;
        }

        long window = payment.TransactionTime - (payment.TransactionTime % AggregateEvent.WindowMilliseconds);
        ref MerchantTotal total = ref CollectionsMarshal.GetValueRefOrAddDefault(_totals, (payment.MerchantId, window), out _);
        total += new MerchantTotal(payment.AmountCents, 1);
        if (label is { } reason)
        {
            _labelled.Add((payment, reason));
        }
    }

    /// <summary>Adds what another counted, of other partitions.</summary>
    /// <param name="other">The other.</param>
    public void Add(PaymentRecount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Records += other.Records;
        _bad.UnionWith(other._bad);
        _labelled.AddRange(other._labelled);
        foreach (((string, long) key, MerchantTotal total) in other._totals)
        {
            _totals[key] = _totals.GetValueOrDefault(key) + total;
        }
    }

    /// <summary>Holds what the job wrote against the records.</summary>
    /// <param name="sums">Its sums.</param>
    /// <param name="letters">Where the records stand that it quarantined; one twice counts once.</param>
    /// <param name="anomalies">What it found.</param>
    public PaymentBalance Against(AggregateBook sums, IReadOnlySet<(int Partition, long Offset)> letters, IEnumerable<AnomalyEvent> anomalies)
    {
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentNullException.ThrowIfNull(letters);
        ArgumentNullException.ThrowIfNull(anomalies);
        IReadOnlyDictionary<(string, long), MerchantTotal> found = sums.ByWindow();
        DetectionTruth truth = new();
        _labelled.ForEach(one => truth.Label(one.Payment, one.Label));
        foreach (AnomalyEvent anomaly in anomalies)
        {
            truth.Find(anomaly);
        }

        return new(
            Records,
            letters.Count,
            _totals.Values.Aggregate(default(MerchantTotal), MerchantTotal.Add),
            sums.All(),
            _totals.Count,
            _totals.Keys.Union(found.Keys).Count(key => _totals.GetValueOrDefault(key) != found.GetValueOrDefault(key)),
            _bad.Except(letters).Count() + letters.Except(_bad).Count(),
            truth.Scores());
    }
}
