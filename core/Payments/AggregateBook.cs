namespace SpecialDelivery.Core.Payments;

/// <summary>Merges the records of topic <c>transaction_aggregates</c>: the later record of an id replaces the earlier, then all are added up.</summary>
public sealed class AggregateBook
{
    private readonly Dictionary<(long Batch, string Merchant, long Window), MerchantTotal> _parts = [];

    /// <summary>Takes a record; those of one merchant must come in the topic's order.</summary>
    /// <param name="part">The record.</param>
    public void Read(AggregateEvent part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _parts[(part.Batch, part.MerchantId, part.WindowStart)] = new((long)(part.TotalAmount * 100), part.TransactionCount);
    }

    /// <summary>Totals by merchant and begin of the minute, unix milliseconds.</summary>
    public IReadOnlyDictionary<(string Merchant, long Window), MerchantTotal> ByWindow() => Sum(part => (part.Merchant, part.Window));

    /// <summary>Totals by merchant, all minutes together.</summary>
    public IReadOnlyDictionary<string, MerchantTotal> ByMerchant() => Sum(part => part.Merchant);

    /// <summary>Everything together.</summary>
    public MerchantTotal All() => _parts.Values.Aggregate(default(MerchantTotal), MerchantTotal.Add);

    private Dictionary<T, MerchantTotal> Sum<T>(Func<(long Batch, string Merchant, long Window), T> key)
        where T : notnull
    {
        Dictionary<T, MerchantTotal> sums = [];
        foreach ((var part, MerchantTotal total) in _parts)
        {
            T of = key(part);
            sums[of] = sums.GetValueOrDefault(of) + total;
        }

        return sums;
    }
}
