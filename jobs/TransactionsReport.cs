using System.Text.Json;
using SpecialDelivery.Core.Payments;

namespace SpecialDelivery.Jobs;

/// <summary>A batch of payments in figures.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Records">Records by the offsets of the batch: counted by the broker, not by what was read.</param>
/// <param name="Intake">What they became.</param>
/// <param name="Anomalies">What stood out.</param>
/// <param name="Laps">Where the time went.</param>
internal sealed record TransactionsReport(long Id, long Records, PaymentIntake Intake, IReadOnlyList<AnomalyEvent> Anomalies, Laps Laps)
{
    /// <summary>Whether in = good + quarantined.</summary>
    public bool IsBalanced => Records == Intake.Good + Intake.DeadLetters.Count;

    /// <summary>One line for a program: a JSON object.</summary>
    public string ToJson() => JsonSerializer.Serialize(new
    {
        batch = Id,
        records = Records,
        good = Intake.Good,
        quarantined = Intake.DeadLetters.Count,
        balanced = IsBalanced,
        groups = Intake.Groups.Count,
        anomalies = Anomalies.Count,
        amount = Intake.Totals.Values.Sum(total => total.AmountCents) / 100m,
        seconds = Laps.Total.TotalSeconds,
        steps = Laps.Seconds,
    });

    /// <summary>One line for the operator.</summary>
    public override string ToString() =>
        $"batch {Id}: {Records:N0} records {(IsBalanced ? "=" : "≠")} {Intake.Good:N0} good + {Intake.DeadLetters.Count:N0} quarantined; "
        + $"{Intake.Totals.Count:N0} sums, {Anomalies.Count:N0} anomalies; {Records / Math.Max(Laps.Total.TotalSeconds, 0.001):N0} records/s ({Laps.Total.TotalSeconds:0.00} s: {Laps}; {Intake.Groups.Count:N0} groups)";
}
