using System.Text.Json;
using SpecialDelivery.Core.Payments;

namespace SpecialDelivery.Bench.Transactions;

/// <summary>What the job did with a topic that was filled before.</summary>
/// <param name="Batches">The batches.</param>
/// <param name="Seconds">From the query's start to the end of its last batch.</param>
/// <param name="CpuSeconds">Processor time in that span: job, Spark and Kafka together.</param>
/// <param name="OthersBusy">Cores that other programs kept busy meanwhile: more than a few hundredths spoil the figure.</param>
/// <param name="Balance">The recount.</param>
/// <param name="Decoding">Ways to read payments, side by side.</param>
internal sealed record TransactionsResult(
    IReadOnlyList<PaymentBatchLine> Batches, double Seconds, double CpuSeconds, double OthersBusy, PaymentBalance Balance, IReadOnlyList<DecodeLine> Decoding)
{
    /// <summary>Batches in which Spark's code is still being compiled.</summary>
    private const int ColdBatches = 2;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Records per second, first batches included.</summary>
    public double PerSecond => Math.Round(Batches.Sum(batch => batch.Records) / Seconds);

    /// <summary>Records per second of the full batches after the first ones; 0 when there are none.</summary>
    public double WarmPerSecond => Warm.Length == 0 ? 0 : Math.Round(Warm.Sum(batch => batch.Records) / Warm.Sum(batch => batch.Seconds));

    /// <summary>Records per second of the best batch.</summary>
    public double BestPerSecond => Math.Round(Batches.Max(batch => batch.Records / batch.Seconds));

    /// <summary>Processor seconds per million records.</summary>
    public double CpuSecondsPerMillion => Math.Round(CpuSeconds / Batches.Sum(batch => batch.Records) * 1e6, 2);

    private PaymentBatchLine[] Warm => [.. Batches.Skip(ColdBatches).Where(batch => batch.Records > Batches[0].Records / 2)];

    /// <summary>One line for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new { WarmPerSecond, PerSecond, BestPerSecond, CpuSecondsPerMillion, Seconds, OthersBusy, balanced = Balance.IsBalanced, Balance.Records, Balance.Quarantined, Balance.WrongWindows, Decoding, Batches },
        Json);

    /// <summary>Lines for people.</summary>
    public override string ToString() => $"""
        {Balance.Records:N0} payments from a full topic, {Environment.ProcessorCount} cores with the broker on them; others kept {OthersBusy:0.00} cores busy
          warm batches               {WarmPerSecond,12:N0} records/s   (best {BestPerSecond:N0})
          with the first batches     {PerSecond,12:N0} records/s
          CPU seconds per million    {CpuSecondsPerMillion,12:0.00}
          sums                       {Balance.Windows,12:N0}   {(Balance.IsBalanced ? "all equal to the recount" : $"{Balance.WrongWindows:N0} differ from the recount, {Balance.Missing:N0} records missing")}
          quarantined                {Balance.Quarantined,12:N0}
        ways to read and group them, warmed
        {string.Join(Environment.NewLine, Decoding.Select(line => $"  {line.Way,-26} {line.PerSecond,12:N0} records/s"))}
        """;
}
