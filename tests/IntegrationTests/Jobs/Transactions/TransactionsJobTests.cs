using System.Text;
using System.Text.Json;
using IntegrationTests.Producer;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Platform.Payments;

namespace IntegrationTests.Jobs.Transactions;

/// <summary>The job on real servers: what it sums is what is there, through junk and through death.</summary>
public sealed class TransactionsJobTests
{
    private const int Records = 60_000;

    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sums_are_those_of_the_recount_and_of_the_reference_and_junk_is_quarantined()
    {
        await using LocalEngine engine = await StartAsync();
        PaymentBooks books = new(engine.Addresses.Kafka);

        IReadOnlyList<JsonElement> batches = await TransactionsProcess.RunAsync(engine.Addresses, _cancel, "--max-records", "20000");
        await TransactionsProcess.RunAsync(engine.Addresses, _cancel, "--stateful", "--max-records", "20000");

        PaymentBalance balance = books.Balance(_cancel);
        Assert.Equal((0, 0, 0L), (balance.Missing, balance.WrongWindows, balance.WrongLetters));
        Assert.Equal(Records, balance.Records);
        Assert.InRange(balance.Quarantined, Records / 100, Records * 3 / 100);
        Assert.Equal(balance.Counted, balance.Summed);
        Assert.True(batches.Count >= 3);
        Assert.All(batches, batch => Assert.True(batch.GetProperty("balanced").GetBoolean()));
        Assert.Equal(balance.Quarantined, batches.Sum(batch => batch.GetProperty("quarantined").GetInt64()));
        Assert.Equal(
            books.Sums(Topics.TransactionAggregates, _cancel).ByWindow().OrderBy(sum => sum.Key),
            books.Sums(Topics.TransactionAggregatesStateful, _cancel).ByWindow().OrderBy(sum => sum.Key));
        Assert.All(balance.Scores, score => Assert.InRange(score.Value.Labelled, 1, Records));
        Assert.All([AnomalyReason.Amount, AnomalyReason.Travel], reason => AssertGood(balance.Scores[reason]));
    }

    [Fact]
    public async Task A_job_killed_between_its_results_and_its_checkpoint_repeats_the_batch_and_changes_nothing()
    {
        await using LocalEngine engine = await StartAsync();
        PaymentBooks books = new(engine.Addresses.Kafka);

        await TransactionsProcess.KillAfterAsync(engine.Addresses, 1, _cancel, "--max-records", "20000");
        ForgetBatch(engine.Addresses.Home, 1);
        IReadOnlyList<JsonElement> rest = await TransactionsProcess.RunAsync(engine.Addresses, _cancel, "--max-records", "20000");

        Assert.Equal(1, rest[0].GetProperty("batch").GetInt64());
        ILookup<string, string> found = AnomaliesOf(engine, batch: 1);
        Assert.Contains(found, anomaly => anomaly.Count() == 2);
        Assert.All(found, anomaly => Assert.Single(anomaly.Distinct())); // judged by the same habits
        PaymentBalance balance = books.Balance(_cancel);
        Assert.True(balance.IsBalanced, balance.ToString());
        Assert.Equal(Records, balance.Records);
    }

    [Fact]
    public async Task Payments_of_another_form_are_summed_all_the_same()
    {
        await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Kafka, new Progress<EngineProgress>(), _cancel);
        await TopicAdmin.EnsureAsync(engine.Addresses.Kafka, [Topics.Transactions], 2);
        string[] forms =
        [
            """{"currency":"USD","isInternational":false,"paymentMethod":"paypal","location":"New York","transactionType":"refund","merchantId":"m","transactionTime":1767225600000,"amount":1.005,"userId":"u","transactionId":"a"}""",
            """{ "transactionId": "b", "userId": "u", "amount": 2, "transactionTime": 1767225600000, "merchantId": "m", "transactionType": "purchase", "location": "Zürich", "paymentMethod": "paypal", "isInternational": true, "currency": "CHF", "note": {"more": 1} }""",
            """{"transactionId":"c","userId":"u","amount":4e0,"transactionTime":915148800000,"merchantId":"m","transactionType":"purchase","location":"New York","paymentMethod":"paypal","isInternational":false,"currency":"USD"}""",
        ];
        using (RecordWriter writer = new(engine.Addresses.Kafka))
        {
            foreach (string form in forms)
            {
                writer.Write(Topics.Transactions, "key", Encoding.UTF8.GetBytes(form));
            }

            writer.Write(Topics.Transactions, "gone"u8.ToArray(), value: null);
            writer.Flush(_cancel);
        }

        await TransactionsProcess.RunAsync(engine.Addresses, _cancel);

        PaymentBooks books = new(engine.Addresses.Kafka);
        Assert.Equal(
            [KeyValuePair.Create(("m", 915_148_800_000), new MerchantTotal(400, 1)), KeyValuePair.Create(("m", 1_767_225_600_000), new MerchantTotal(301, 2))],
            books.Sums(Topics.TransactionAggregates, _cancel).ByWindow().OrderBy(sum => sum.Key.Window));
        Assert.Single(books.Letters(_cancel));
    }

    private ILookup<string, string> AnomaliesOf(LocalEngine engine, long batch) => new TopicReader(engine.Addresses.Kafka)
        .Read([Topics.TransactionAnomalies], _cancel)
        .Select(record => (Key: Encoding.UTF8.GetString(record.Key!), Value: Encoding.UTF8.GetString(record.Value!)))
        .Where(anomaly => JsonElement.Parse(anomaly.Value).GetProperty("batch").GetInt64() == batch)
        .ToLookup(anomaly => anomaly.Key, anomaly => anomaly.Value);

    /// <summary>The kill may come just after Spark has noted the batch as done: then the note goes, as if it had come just before.</summary>
    private static void ForgetBatch(DirectoryInfo home, long batch)
    {
        DirectoryInfo checkpoint = new(Path.Combine(home.FullName, "checkpoints", "transactions"));
        foreach (string note in (string[])[$"commits/{batch}", $"commits/.{batch}.crc", $"offsets/{batch + 1}", $"offsets/.{batch + 1}.crc"])
        {
            File.Delete(Path.Combine(checkpoint.FullName, note));
        }
    }

    private static void AssertGood(DetectionScore score)
    {
        Assert.InRange(score.Precision ?? 0, 0.95, 1);
        Assert.InRange(score.Recall ?? 0, 0.95, 1);
    }

    private async Task<LocalEngine> StartAsync()
    {
        LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Kafka, new Progress<EngineProgress>(), _cancel);
        ProducerRun sent = await ProducerRun.StartAsync(
            engine.Addresses.Kafka, _cancel, "payments", "--records", $"{Records}", "--seed", "5", "--anomalies", "1%", "--junk", "2%", "--density", "10000", "--batch-bytes", "100000");
        Assert.True(sent.ExitCode == 0, sent.Error);
        Assert.Contains($"acknowledged {Records:N0} = counted by the broker {Records:N0}", sent.Output, StringComparison.Ordinal);
        return engine;
    }
}
