using System.Runtime.InteropServices;
using System.Text;

namespace SpecialDelivery.Core.Payments.Detection;

/// <summary>Adds payments up by merchant, user, place and second: sums by minute and what stands out both follow from these few groups.</summary>
/// <param name="suspicion">What is kept apart, each payment a group of its own; null for nothing.</param>
public sealed class PaymentGrouper(Suspicion? suspicion)
{
    private readonly NameTable _names = new();
    private readonly Dictionary<Key, Sum> _sums = [];
    private readonly List<PaymentGroup> _odd = [];
    private HashSet<(int User, int Place)>? _usual;

    /// <summary>All groups.</summary>
    public IEnumerable<PaymentGroup> Groups => _odd.Concat(_sums.Select(group => ToGroup(group.Key, group.Value, odd: null)));

    private HashSet<(int User, int Place)> Usual =>
        _usual ??= suspicion is null ? [] : [.. suspicion.UsualPlaces.Select(usual => (_names.Of(usual.User), _names.Of(usual.Place)))];

    /// <summary>Adds a payment of the usual form.</summary>
    /// <param name="payment">The payment.</param>
    public void Add(in PlainPayment payment)
    {
        Key key = new(_names.Of(payment.Merchant), _names.Of(payment.User), _names.Of(payment.Location), payment.Time / 1_000);
        if (IsOdd(key, payment.Cents))
        {
            _odd.Add(ToGroup(key, Sum.Of(payment.Cents), Encoding.UTF8.GetString(payment.TransactionId)));
        }
        else
        {
            Add(key, payment.Cents);
        }
    }

    /// <summary>Adds any payment.</summary>
    /// <param name="payment">The payment.</param>
    public void Add(Payment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        Key key = new(_names.Of(payment.MerchantId), _names.Of(payment.UserId), _names.Of(payment.Location), payment.TransactionTime / 1_000);
        if (IsOdd(key, payment.AmountCents))
        {
            _odd.Add(ToGroup(key, Sum.Of(payment.AmountCents), payment.TransactionId));
        }
        else
        {
            Add(key, payment.AmountCents);
        }
    }

    private void Add(Key key, long cents)
    {
        ref Sum sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
        sum += Sum.Of(cents);
    }

    private bool IsOdd(Key key, long cents) =>
        suspicion is not null && (cents > suspicion.UnusualCents || (suspicion.UsualPlaces.Count > 0 && !Usual.Contains((key.User, key.Place))));

    private PaymentGroup ToGroup(Key key, Sum sum, string? odd) =>
        new(_names[key.Merchant], _names[key.User], _names[key.Place], key.Second, odd, sum.Count, sum.Cents, sum.SquaredCents);

    private readonly record struct Key(int Merchant, int User, int Place, long Second);

    private readonly record struct Sum(long Count, long Cents, double SquaredCents)
    {
        public static Sum operator +(Sum a, Sum b) => new(a.Count + b.Count, a.Cents + b.Cents, a.SquaredCents + b.SquaredCents);

        public static Sum Of(long cents) => new(1, cents, (double)cents * cents);
    }
}
