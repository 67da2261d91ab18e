using System.Text;
using System.Text.Json;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Producer.Payments;

namespace UnitTests.Producer.Payments;

public sealed class PaymentStreamTests
{
    private static readonly PaymentStreamSettings Lively = new() { Seed = 7, AnomalyFraction = 0.3 };

    [Fact]
    public void The_bytes_are_what_a_serializer_writes()
    {
        PaymentStream stream = new(Lively);
        for (int id = 0; id < 2_000; id++)
        {
            PaymentDraft draft = stream.Of(id);
            string json = Encoding.UTF8.GetString(Bytes(draft));
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;

            string again = JsonSerializer.Serialize(new
            {
                transactionId = root.GetProperty("transactionId").GetGuid(),
                userId = $"user{draft.User}",
                amount = new decimal(draft.Cents, 0, 0, isNegative: false, scale: 2),
                transactionTime = draft.Time,
                merchantId = $"merchant{draft.Merchant}",
                transactionType = draft.IsRefund ? "refund" : "purchase",
                location = Places.All[draft.Place].Name,
                paymentMethod = PaymentWriter.Methods[draft.Method],
                isInternational = draft.IsInternational,
                currency = "USD",
            });

            Assert.Equal(again, json);
        }
    }

    [Fact]
    public void The_strict_reader_takes_every_payment()
    {
        PaymentStream stream = new(Lively);
        for (int id = 0; id < 2_000; id++)
        {
            PaymentDraft draft = stream.Of(id);

            Assert.True(PaymentParser.TryParse(Bytes(draft), out Payment? payment, out Rejection? rejection), rejection?.Detail);
            Assert.Equal((draft.Cents, draft.Time, $"user{draft.User}"), (payment.AmountCents, payment.TransactionTime, payment.UserId));
        }
    }

    [Fact]
    public void Same_seed_same_payments_in_any_order_another_seed_others()
    {
        PaymentStream one = new(Lively);
        PaymentStream two = new(Lively);
        PaymentStream other = new(Lively with { Seed = 8 });
        long[] ids = [5, 1_000_000_000_000, 0, 77];

        Assert.Equal(ids.Select(one.Of), ids.Reverse().Select(two.Of).Reverse());
        Assert.Equal(Bytes(one.Of(77)), Bytes(two.Of(77)));
        Assert.DoesNotContain(ids.Select(other.Of), ids.Select(one.Of).Contains);
    }

    [Fact]
    public void Ids_are_unique()
    {
        PaymentStream stream = new(Lively);

        HashSet<string> ids = [.. Enumerable.Range(0, 20_000).Select(id => Encoding.UTF8.GetString(Bytes(stream.Of(id)).AsSpan(18, 36)))];

        Assert.Equal(20_000, ids.Count);
    }

    [Fact]
    public void Amounts_are_10_to_510_and_users_stay_at_home_unless_they_stand_out()
    {
        PaymentStream stream = new(Lively with { AnomalyFraction = 0.1 });
        PaymentDraft[] payments = [.. Enumerable.Range(0, 20_000).Select(id => stream.Of(id))];
        Dictionary<int, int> homes = payments.Where(payment => payment.Anomaly is null).DistinctBy(payment => payment.User).ToDictionary(payment => payment.User, payment => payment.Place);

        Assert.All(payments.Where(payment => payment.Anomaly is null), payment => Assert.Equal(homes[payment.User], payment.Place));
        Assert.All(payments.Where(payment => payment.Anomaly is not AnomalyReason.Amount), payment => Assert.InRange(payment.Cents, 1_000, 51_000));
        Assert.All(payments.Where(payment => payment.Anomaly is AnomalyReason.Amount), payment => Assert.InRange(payment.Cents, 200_000, 2_000_000));
        Assert.All(
            payments.Where(payment => payment.Anomaly is AnomalyReason.Travel),
            payment => Assert.True(GreatCircle.DistanceMetres(Places.All[payment.Place].Position, Places.All[homes[payment.User]].Position) >= 2_000_000));
        Assert.All(Enum.GetValues<AnomalyReason>(), reason => Assert.InRange(payments.Count(payment => payment.Anomaly == reason), 250, 1_200)); // 667 expected, bursts in blocks of 64
    }

    [Fact]
    public void Each_kind_of_junk_is_refused_for_its_reason()
    {
        PaymentStream stream = new(Lively);
        string good = Encoding.UTF8.GetString(Bytes(stream.Of(3)));
        foreach ((string name, DeadLetterReason reason, Func<string, byte[]> spoil) in PaymentJunk.All)
        {
            Assert.False(PaymentParser.TryParse(spoil(good), out _, out Rejection? rejection), name);
            Assert.True(reason == rejection.Reason, $"{name}: {rejection.Reason}, {rejection.Detail}");
        }
    }

    [Fact]
    public void A_payment_is_written_without_an_object()
    {
        PaymentStream stream = new(Lively);
        byte[] buffer = new byte[PaymentWriter.MaxBytes];
        _ = PaymentWriter.Write(stream.Of(0), buffer);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int id = 0; id < 1_000; id++)
        {
            _ = PaymentWriter.Write(stream.Of(id), buffer);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512); // a byte a payment would be more
    }

    private static byte[] Bytes(PaymentDraft draft)
    {
        byte[] buffer = new byte[PaymentWriter.MaxBytes];
        return buffer[..PaymentWriter.Write(draft, buffer)];
    }
}
