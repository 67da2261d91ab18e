using System.Text.Json;
using SpecialDelivery.Bench.Jobs;

namespace SpecialDelivery.Bench.Events;

/// <summary>What the job did with topics that were filled before.</summary>
/// <param name="Files">Counts and files.</param>
/// <param name="Rounds">The same with the search index, beside clients that only fill an index.</param>
internal sealed record EventsBenchResult(JobRun<BatchLine> Files, IReadOnlyList<IndexRound> Rounds)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The round with the median ratio; null when there was none.</summary>
    public IndexRound? Median => Rounds.OrderBy(round => round.Ratio).ElementAtOrDefault(Rounds.Count / 2);

    /// <summary>Processor seconds per million events, counts and files.</summary>
    public double CpuSecondsPerMillion => Files.CpuSeconds / Files.Records * 1e6;

    /// <summary>One line for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new { Files.WarmPerSecond, Files.PerSecond, CpuSecondsPerMillion, Files.Records, Files.Seconds, Files.OthersBusy, Index = Median, Rounds, Files.Batches }, Json);

    /// <summary>Lines for people.</summary>
    public override string ToString() => $"""
        {Files.Records:N0} events from a full topic, {Environment.ProcessorCount} cores with every server on them; others kept {Files.OthersBusy:0.00} cores busy
          counts and files, warm     {Files.WarmPerSecond,12:N0} events/s
          with the first batches     {Files.PerSecond,12:N0} events/s
          CPU seconds per million    {CpuSecondsPerMillion,12:0.00}
          with the search index      {(Median is null ? "not measured" : $"median of {Rounds.Count} rounds: {Median}")}
        """;
}
