using System.Runtime.InteropServices;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Jobs.Steps;

namespace SpecialDelivery.Jobs;

/// <summary>The door of a batch: every record becomes part of a sum or a dead letter.</summary>
/// <param name="now">Wall clock, unix milliseconds.</param>
internal sealed class PaymentIntake(long now)
{
    private readonly List<PaymentGroup> _groups = [];
    private readonly Dictionary<(string Merchant, long Window), MerchantTotal> _totals = [];
    private readonly List<(byte[]? Key, DeadLetterEvent Letter)> _deadLetters = [];

    /// <summary>All payments, for the detector.</summary>
    public IReadOnlyList<PaymentGroup> Groups => _groups;

    /// <summary>Sums by merchant and begin of the minute, unix milliseconds.</summary>
    public IReadOnlyDictionary<(string Merchant, long Window), MerchantTotal> Totals => _totals;

    /// <summary>Refused records.</summary>
    public IReadOnlyList<(byte[]? Key, DeadLetterEvent Letter)> DeadLetters => _deadLetters;

    /// <summary>Payments.</summary>
    public long Good { get; private set; }

    /// <summary>Takes a row.</summary>
    /// <param name="row">Payments added up, or one record that is none.</param>
    public void Take(PaymentSumsRow row)
    {
        if (row.Group is { } group)
        {
            Add(group);
        }

        if (row.Refused is { } refused)
        {
            _deadLetters.Add((refused.Key, Core.Orders.DeadLetters.Create(Topics.Transactions, refused.Partition, refused.Offset, refused.Value, Judge(refused), now)));
        }
    }

    private static Rejection Judge(RefusedPayment refused) => PaymentParser.TryParse(refused.Value, out _, out Rejection? rejection)
        ? throw new JobException($"Record {refused.Partition}/{refused.Offset} of {Topics.Transactions} was refused on the executor and is a payment here: do both run the same build?")
        : rejection;

    private void Add(in PaymentGroup group)
    {
        Good += group.Count;
        _groups.Add(group);
        long time = group.Second * 1_000;
        ref MerchantTotal total = ref CollectionsMarshal.GetValueRefOrAddDefault(_totals, (group.Merchant, time - (time % AggregateEvent.WindowMilliseconds)), out _);
        total += new MerchantTotal(group.Cents, group.Count);
    }
}
