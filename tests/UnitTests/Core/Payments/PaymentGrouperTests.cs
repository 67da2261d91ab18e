using System.Text;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;

namespace UnitTests.Core.Payments;

public sealed class PaymentGrouperTests
{
    [Fact]
    public void Groups_are_those_of_a_plain_recount_whichever_way_the_payments_came()
    {
        Random dice = new(3);
        Payment[] payments = [.. Enumerable.Range(0, 5_000).Select(i => Draw(dice, i))];
        PaymentGrouper grouper = new(suspicion: null);

        foreach (Payment payment in payments)
        {
            if (dice.Next(2) == 0)
            {
                grouper.Add(payment);
            }
            else
            {
                grouper.Add(Plain(payment));
            }
        }

        Assert.Equal(
            payments.GroupBy(payment => (payment.MerchantId, payment.UserId, payment.Location, payment.TransactionTime / 1_000))
                .Select(group => new PaymentGroup(
                    group.Key.MerchantId, group.Key.UserId, group.Key.Location, group.Key.Item4, null, group.Count(), group.Sum(payment => payment.AmountCents), group.Sum(payment => (double)payment.AmountCents * payment.AmountCents)))
                .OrderBy(group => group.ToString()),
            grouper.Groups.OrderBy(group => group.ToString()));
    }

    [Fact]
    public void A_payment_that_may_stand_out_is_a_group_of_its_own_with_its_id()
    {
        PaymentGrouper grouper = new(new Suspicion(1_000, [new UsualPlace("u1", "Berlin")]));
        Payment usual = Of("a", "u1", "Berlin", 1_000);

        grouper.Add(usual);
        grouper.Add(Plain(usual with { TransactionId = "b" }));
        grouper.Add(Plain(usual with { TransactionId = "c", AmountCents = 1_001 }));
        grouper.Add(usual with { TransactionId = "d", Location = "Paris" });
        grouper.Add(Plain(usual with { TransactionId = "e", UserId = "u2" }));

        Assert.Equal(
            [(null, 2L), ("c", 1L), ("d", 1L), ("e", 1L)],
            grouper.Groups.Select(group => (group.Odd, group.Count)).OrderBy(group => group.Odd, StringComparer.Ordinal));
    }

    [Fact]
    public void Without_usual_places_only_the_amount_is_looked_at()
    {
        PaymentGrouper grouper = new(new Suspicion(1_000, []));

        grouper.Add(Of("a", "u1", "Berlin", 1_000));
        grouper.Add(Of("b", "u1", "Paris", 2_000));

        Assert.Equal([null, "b"], grouper.Groups.Select(group => group.Odd).Order(StringComparer.Ordinal));
    }

    private static Payment Draw(Random dice, int i) => Of($"t{i}", $"user{dice.Next(20)}", dice.Next(3) == 0 ? "New York" : "Zürich", dice.Next(1, 1_000_000)) with
    {
        MerchantId = $"merchant{dice.Next(5)}",
        TransactionTime = 1_767_225_600_000 + dice.Next(3_000),
    };

    private static Payment Of(string id, string user, string place, long cents) =>
        new(id, user, cents, 1_767_225_600_000, "m", PaymentType.Purchase, place, "paypal", false, "EUR");

    private static PlainPayment Plain(Payment payment) => new()
    {
        TransactionId = Encoding.UTF8.GetBytes(payment.TransactionId),
        User = Encoding.UTF8.GetBytes(payment.UserId),
        Merchant = Encoding.UTF8.GetBytes(payment.MerchantId),
        Location = Encoding.UTF8.GetBytes(payment.Location),
        Cents = payment.AmountCents,
        Time = payment.TransactionTime,
    };
}
