using System.Text.Json;
using SpecialDelivery.Bench.Jobs;
using SpecialDelivery.Core.Payments;

namespace SpecialDelivery.Bench.Transactions;

/// <summary>What the job did with a topic that was filled before.</summary>
/// <param name="Job">The run.</param>
/// <param name="Balance">The recount.</param>
/// <param name="Decoding">Ways to read payments, side by side.</param>
internal sealed record TransactionsResult(JobRun<BatchLine> Job, PaymentBalance Balance, IReadOnlyList<DecodeLine> Decoding)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Records per second, first batches included.</summary>
    public double PerSecond => Math.Round(Job.PerSecond);

    /// <summary>Records per second of the warm batches; 0 when there are none.</summary>
    public double WarmPerSecond => Math.Round(Job.WarmPerSecond);

    /// <summary>Records per second of the best batch.</summary>
    public double BestPerSecond => Math.Round(Job.Batches.Max(batch => batch.Records / batch.Seconds));

    /// <summary>Processor seconds per million records.</summary>
    public double CpuSecondsPerMillion => Math.Round(Job.CpuSeconds / Job.Records * 1e6, 2);

    /// <summary>One line for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new { WarmPerSecond, PerSecond, BestPerSecond, CpuSecondsPerMillion, Job.Seconds, Job.OthersBusy, balanced = Balance.IsBalanced, Balance.Records, Balance.Quarantined, Balance.WrongWindows, Decoding, Job.Batches },
        Json);

    /// <summary>Lines for people.</summary>
    public override string ToString() => $"""
        {Balance.Records:N0} payments from a full topic, {Environment.ProcessorCount} cores with the broker on them; others kept {Job.OthersBusy:0.00} cores busy
          warm batches               {WarmPerSecond,12:N0} records/s   (best {BestPerSecond:N0})
          with the first batches     {PerSecond,12:N0} records/s
          CPU seconds per million    {CpuSecondsPerMillion,12:0.00}
          sums                       {Balance.Windows,12:N0}   {(Balance.IsBalanced ? "all equal to the recount" : $"{Balance.WrongWindows:N0} differ from the recount, {Balance.Missing:N0} records missing")}
          quarantined                {Balance.Quarantined,12:N0}
        ways to read and group them, warmed
        {string.Join(Environment.NewLine, Decoding.Select(line => $"  {line.Way,-26} {line.PerSecond,12:N0} records/s"))}
        """;
}
