using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.Payments;

public sealed class AnomalyDetectorTests
{
    private const long Now = 1_767_225_600;

    private readonly AnomalyDetector _detector = new(new TransactionsSettings());

    [Fact]
    public void An_amount_far_from_what_user_and_merchant_are_used_to_stands_out()
    {
        Learn();

        AnomalyEvent found = Assert.Single(_detector.Look([Single("odd", cents: 500_000)], 7));

        Assert.Equal(("odd", "user", "merchant", AnomalyReason.Amount), (found.TransactionId, found.UserId, found.MerchantId, found.Reason));
        Assert.Equal((Now * 1_000, (Now + 1) * 1_000, 1, 5_000m, 7), (found.From, found.To, found.TransactionCount, found.Amount, found.Batch));
    }

    [Fact]
    public void An_amount_within_the_deviations_does_not()
    {
        Learn();

        Assert.Empty(_detector.Look([Single("large", cents: 51_000)], 0));
    }

    [Fact]
    public void An_amount_that_its_merchant_is_used_to_does_not()
    {
        Learn();
        foreach (PaymentGroup dear in Enumerable.Range(0, 40).Select(i => Ordinary("jeweller", $"rich{i}", cents: 500_000, second: 0)))
        {
            _detector.History.Learn(dear);
        }

        Assert.Empty(_detector.Look([Single("ring", cents: 500_000) with { Merchant = "jeweller" }], 0));
    }

    [Fact]
    public void What_stands_out_does_not_become_usual()
    {
        Learn();
        for (int batch = 0; batch < 100; batch++)
        {
            Assert.Single(_detector.Look([Single($"odd{batch}", cents: 500_000)], batch));
        }
    }

    [Fact]
    public void Nobody_is_in_two_distant_places_within_a_second()
    {
        Learn();

        AnomalyEvent found = Assert.Single(_detector.Look([Ordinary("merchant", "user", 20_000, 0), Single("far") with { Place = "Tokyo" }], 0));

        Assert.Equal(("far", AnomalyReason.Travel), (found.TransactionId, found.Reason));
        Assert.InRange(found.Score, 10_000 * 3_600, 20_100 * 3_600); // New York to Tokyo is 10 850 km
    }

    [Fact]
    public void There_is_time_for_a_flight()
    {
        Learn();

        Assert.Empty(_detector.Look([Ordinary("merchant", "user", 20_000, 0), Single("flown") with { Place = "Tokyo", Second = Now + (14 * 3_600) }], 0));
    }

    [Fact]
    public void A_place_without_a_position_is_no_travel()
    {
        Learn();

        Assert.Empty(_detector.Look([Ordinary("merchant", "user", 20_000, 0), Single("where") with { Place = "Atlantis" }], 0));
    }

    [Fact]
    public void Many_payments_of_one_pair_in_a_second_are_a_burst()
    {
        AnomalyEvent found = Assert.Single(_detector.Look([.. Calm(seconds: 10), Ordinary("merchant", "u7", 20_000, 3) with { Count = 64 }], 0));

        Assert.Equal((AnomalyReason.Burst, "u7"), (found.Reason, found.UserId));
        Assert.Null(found.TransactionId);
        Assert.Equal(((Now + 3) * 1_000, 84), (found.From, found.TransactionCount));
    }

    [Fact]
    public void Even_within_a_batch_of_a_single_second()
    {
        Assert.Single(_detector.Look([.. Calm(seconds: 1), Ordinary("merchant", "u7", 20_000, 0) with { Count = 64 }], 0));
    }

    [Fact]
    public void A_busy_pair_is_no_burst()
    {
        PaymentGroup[] busy = [.. Enumerable.Range(0, 10).Select(second => Ordinary("merchant", "user", 20_000, second) with { Count = 500 })];

        Assert.Empty(_detector.Look([.. busy, .. Calm(seconds: 10)], 0));
    }

    [Fact]
    public void A_pair_that_merely_was_quiet_before_is_no_burst_and_one_of_sixty_is()
    {
        PaymentGroup[] eights = [.. Enumerable.Range(0, 200).SelectMany(user => Enumerable.Range(0, 2).Select(second => Ordinary("merchant", $"v{user}", 20_000, second) with { Count = 8 }))];

        Assert.Empty(_detector.Look([.. eights, Ordinary("merchant", "quiet", 20_000, 0) with { Count = 2 }, Ordinary("merchant", "quiet", 20_000, 1) with { Count = 19 }], 0));
        Assert.Single(_detector.Look([.. eights, Ordinary("merchant", "odd", 20_000, 0) with { Count = 2 }, Ordinary("merchant", "odd", 20_000, 1) with { Count = 64 }], 0));
    }

    [Fact]
    public void A_busy_second_is_no_burst_of_each_pair()
    {
        Assert.Empty(_detector.Look([.. Calm(seconds: 10), .. Enumerable.Range(0, 100).Select(user => Ordinary("merchant", $"u{user}", 20_000, 4) with { Count = 60 })], 0));
    }

    [Fact]
    public void Seconds_cut_by_the_batch_make_whole_ones_no_burst()
    {
        Random dice = new(3);
        PaymentGroup[] whole = [.. Enumerable.Range(0, 5_000).Select(user => Ordinary("merchant", $"u{user}", 20_000, 1) with { Count = 4 + dice.Next(9) })];
        PaymentGroup[] cut = [.. Enumerable.Range(0, 5_000).Select(user => Ordinary("merchant", $"u{user}", 20_000, 2) with { Count = 1 })];

        Assert.Empty(_detector.Look([.. whole, .. cut], 0));
    }

    [Fact]
    public void Who_is_unknown_is_learned_first()
    {
        Assert.Empty(_detector.Look([Single("first", cents: 500_000)], 0));
        Assert.False(_detector.History.IsEmpty);
    }

    [Fact]
    public void Who_learns_the_habits_of_another_judges_alike()
    {
        Learn();
        _detector.Look(Calm(seconds: 3), 0);
        AnomalyDetector other = new(new TransactionsSettings());
        PaymentGroup[] next = [Ordinary("merchant", "user", 20_000, 0), Single("odd", cents: 500_000), Single("far") with { Place = "Tokyo" }];

        Assert.All(_detector.History.Habits, habit => other.History.Learn(habit));

        Assert.Equal(_detector.History.Habits.ToHashSet(), other.History.Habits.ToHashSet());
        IReadOnlyList<AnomalyEvent> found = _detector.Look(next, 1);
        Assert.Equal([AnomalyReason.Amount, AnomalyReason.Travel], found.Select(anomaly => anomaly.Reason));
        Assert.Equal(found, other.Look(next, 1));
    }

    [Fact]
    public void A_habit_of_nobody_is_refused() => Assert.Throws<ArgumentException>(() => _detector.History.Learn(new Habit(null, null, "Tokyo", 1, 0, 0)));

    [Fact]
    public void Recall_and_precision_count_what_was_labelled()
    {
        DetectionTruth truth = new();
        truth.Label(Payment("a"), AnomalyReason.Amount);
        truth.Label(Payment("b"), AnomalyReason.Amount);
        truth.Find(Found("a", AnomalyReason.Amount));
        truth.Find(Found("a", AnomalyReason.Amount)); // a batch repeated
        truth.Find(Found("c", AnomalyReason.Amount));
        truth.Find(Found("d", AnomalyReason.Amount));

        DetectionScore score = truth.Scores()[AnomalyReason.Amount];

        Assert.Equal((2, 1, 3, 1), (score.Labelled, score.Recalled, score.Found, score.Right));
        Assert.Equal(0.5, score.Recall);
        Assert.Equal(1.0 / 3, score.Precision);
        Assert.Null(truth.Scores()[AnomalyReason.Travel].Recall);
    }

    [Fact]
    public void A_burst_is_found_when_its_second_is()
    {
        DetectionTruth truth = new();
        for (int i = 0; i < 64; i++)
        {
            truth.Label(Payment($"burst{i}") with { TransactionTime = (Now * 1_000) + 940 + i }, AnomalyReason.Burst); // 60 in one second, 4 in the next
        }

        truth.Find(Found(null, AnomalyReason.Burst));
        truth.Find(Found(null, AnomalyReason.Burst) with { UserId = "other" });

        Assert.Equal(new DetectionScore(64, 60, 2, 1), truth.Scores()[AnomalyReason.Burst]);
    }

    private static PaymentGroup Single(string id, long cents = 20_000) => new("merchant", "user", "New York", Now, id, 1, cents, (double)cents * cents);

    private static PaymentGroup Ordinary(string merchant, string user, long cents, int second) => new(merchant, user, "New York", Now + second, null, 1, cents, (double)cents * cents);

    private static Payment Payment(string id) => new(id, "user", 100, Now * 1_000, "merchant", PaymentType.Purchase, "New York", "paypal", false, "USD");

    private static AnomalyEvent Found(string? id, AnomalyReason reason) => new(id, "user", "merchant", reason, "", 9, Now * 1_000, (Now + 1) * 1_000, 1, 1, 0);

    /// <summary>A hundred users, twenty payments a second each.</summary>
    private static PaymentGroup[] Calm(int seconds) =>
        [.. Enumerable.Range(0, seconds * 100).Select(i => Ordinary("merchant", $"u{i % 100}", 20_000, i / 100) with { Count = 20 })];

    /// <summary>Amounts of 10 to 510, all paid in New York.</summary>
    private void Learn()
    {
        for (int i = 0; i < 1_000; i++)
        {
            _detector.History.Learn(Ordinary("merchant", "user", 1_000 + (i * 50), 0));
        }
    }
}
