using System.Text.Json;

namespace SpecialDelivery.Bench.Claims;

/// <summary>What a claims benchmark found; each figure is the median over the rounds.</summary>
/// <param name="Rounds">The measured rounds.</param>
/// <param name="Options">How it was run.</param>
public sealed record ClaimsBenchResult(IReadOnlyList<ClaimsBenchRound> Rounds, ClaimsBenchOptions Options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The claim store, claims per second.</summary>
    public double OursPerSecond => Median(round => round.Ours);

    /// <summary>The same script driven by redis-benchmark, claims per second.</summary>
    public double CeilingPerSecond => Median(round => round.Ceiling);

    /// <summary>Ours as a part of the ceiling, of rates measured side by side.</summary>
    public double Ratio => Median(round => round.Ours / round.Ceiling);

    /// <summary>One claim per WATCH/MULTI transaction, claims per second.</summary>
    public double WatchMultiPerSecond => Median(round => round.WatchMulti);

    /// <summary>The result for programs.</summary>
    /// <returns>JSON.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The result for people.</summary>
    /// <returns>A few lines.</returns>
    public override string ToString() => $"""
        claims per second, median of {Rounds.Count} interleaved rounds of {Options.Wishes:N0} wishes in chunks of {Options.ChunkWishes:N0}
          claim store, end to end        {OursPerSecond,12:N0}
          same script, redis-benchmark   {CeilingPerSecond,12:N0}   ratio {Ratio:0.00}
          WATCH/MULTI, claim by claim    {WatchMultiPerSecond,12:N0}   claim store is {OursPerSecond / WatchMultiPerSecond:N0} times as fast
        """;

    private double Median(Func<ClaimsBenchRound, double> figure)
    {
        double[] sorted = [.. Rounds.Select(figure).Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
