using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Jobs.Recovery;
using SpecialDelivery.Jobs.Sinks;
using SpecialDelivery.Jobs.Steps;

namespace SpecialDelivery.Jobs;

/// <summary>What the job <c>transactions</c> does with each batch.</summary>
/// <param name="settings">Limits, and from where on something stands out.</param>
/// <param name="offsets">Where batches begin and end.</param>
/// <param name="habits">What is usual after each batch.</param>
/// <param name="results">The result topics.</param>
/// <param name="clock">The wall clock.</param>
/// <param name="report">Receives each batch's figures.</param>
internal sealed class TransactionsBatches(
    TransactionsSettings settings, BatchOffsets offsets, SavedHabits habits, TransactionTopics results, TimeProvider clock, Action<TransactionsReport> report)
{
    /// <summary>How many records habits are first learned from: before the first batch there is no history to compare with.</summary>
    private const int Apprenticeship = 50_000;

    private const int LearningRounds = 3;

    private readonly AnomalyDetector? _detector = settings.Detect ? new(settings) : null;

    /// <summary>Handles a batch.</summary>
    /// <param name="batch">Its records.</param>
    /// <param name="id">Its number; the same records come under the same number after a crash.</param>
    /// <param name="cancel">Stops between two steps.</param>
    public void Handle(DataFrame batch, long id, CancellationToken cancel)
    {
        Laps laps = new();
        SparkSession spark = batch.SparkSession();
        long records = offsets.Count(spark, id);
        laps.Note("offsets");
        if (_detector is { History.IsEmpty: true })
        {
            Recall(_detector.History, spark, id - 1);
            if (_detector.History.IsEmpty)
            {
                Learn(_detector.History, batch.Limit(Apprenticeship));
            }

            laps.Note("learn");
        }

        PaymentIntake intake = new(clock.GetUtcNow().ToUnixTimeMilliseconds());
        foreach (PaymentSumsRow row in Sums(batch, _detector is null ? null : Suspicion.Of(_detector.History, settings.AmountDeviations)))
        {
            intake.Take(row);
        }

        laps.Note("read");
        IReadOnlyList<AnomalyEvent> anomalies = _detector?.Look(intake.Groups, id) ?? [];
        laps.Note("detect");
        results.Write(id, intake, anomalies, cancel);
        laps.Note("write");
        if (_detector is not null)
        {
            habits.Write(spark, id, _detector.History);
            laps.Note("habits");
        }

        report(new TransactionsReport(id, records, intake, anomalies, laps));
    }

    private void Recall(PaymentHistory history, SparkSession spark, long batch)
    {
        foreach (Habit habit in habits.Read(spark, batch))
        {
            history.Learn(habit);
        }
    }

    /// <summary>Learns several times, each time without what then stood out: a few huge amounts would make any amount look usual.</summary>
    private void Learn(PaymentHistory history, DataFrame sample)
    {
        for (int round = 0; round < LearningRounds; round++)
        {
            IReadOnlyList<PaymentSumsRow> rows = Sums(sample, history.IsEmpty ? null : Suspicion.Of(history, settings.AmountDeviations));
            history.Clear();
            foreach (PaymentGroup group in rows.Where(row => row.Group is { Odd: null }).Select(row => row.Group!.Value))
            {
                history.Learn(group);
            }
        }
    }

    private static IReadOnlyList<PaymentSumsRow> Sums(DataFrame records, Suspicion? suspicion) =>
        records.MapPartitions(new PaymentSums(suspicion)).CollectAs<PaymentSumsRow>();
}
