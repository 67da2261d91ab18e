using System.Text.Json;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;

namespace SpecialDelivery.Cli.Demo;

/// <summary>What a demo of payments showed; sums, quarantine and scores are recounted from the topics.</summary>
/// <param name="World">payments.</param>
/// <param name="Seconds">How long payments were sent.</param>
/// <param name="Sent">Records sent.</param>
/// <param name="Acknowledged">Records the broker said it has.</param>
/// <param name="Counted">Records the broker counted.</param>
/// <param name="PerSecond">Records per second of the job's batches, pauses between them left out.</param>
/// <param name="Balance">The recount.</param>
internal sealed record PaymentsSheet(string World, double Seconds, long Sent, long Acknowledged, long Counted, double PerSecond, PaymentBalance Balance)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Whether nothing is lost, nothing twice, and every sum exact.</summary>
    public bool Balanced => Sent == Acknowledged && Acknowledged == Counted && Counted == Balance.Records && Balance.IsBalanced;

    /// <summary>One line for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            World,
            Seconds,
            Sent,
            Acknowledged,
            Counted,
            PerSecond,
            Good = Balance.Summed.Count,
            Balance.Quarantined,
            Balance.Missing,
            Amount = Balance.Summed.AmountCents / 100m,
            Sums = Balance.Windows,
            WrongSums = Balance.WrongWindows,
            Anomalies = Balance.Scores.ToDictionary(score => $"{score.Key}".ToLowerInvariant(), score => score.Value),
            Balanced,
        },
        Json);

    /// <summary>A page for people.</summary>
    public override string ToString() => $"""

        {World}, {Seconds:0.0} s
          sent               {Sent,14:N0}   = acknowledged {Acknowledged:N0} = counted by the broker {Counted:N0}
          good               {Balance.Summed.Count,14:N0}   + quarantined {Balance.Quarantined:N0} = {Balance.Records - Balance.Missing:N0}, missing {Balance.Missing:N0}
          amount             {Balance.Summed.AmountCents / 100m,14:N2}   recounted {Balance.Counted.AmountCents / 100m:N2}
          sums               {Balance.Windows,14:N0}   merchants × minutes, {Balance.WrongWindows:N0} wrong
          while a batch runs {PerSecond,14:N0}   records per second
        {Table(Balance.Scores)}
          {(Balanced ? "balanced" : "NOT balanced")}
        """;

    /// <summary>Precision and recall by reason.</summary>
    public static string Table(IReadOnlyDictionary<AnomalyReason, DetectionScore> scores) => string.Join(
        Environment.NewLine,
        scores.Select(score =>
            $"  {$"{score.Key}".ToLowerInvariant(),-18} {score.Value.Labelled,14:N0}   labelled, {score.Value.Found:N0} found, precision {score.Value.Precision:0.000}, recall {score.Value.Recall:0.000}"));
}
