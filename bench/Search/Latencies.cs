namespace SpecialDelivery.Bench.Search;

/// <summary>How long requests of one kind took.</summary>
/// <param name="P50">Median, milliseconds.</param>
/// <param name="P99">99th percentile, milliseconds.</param>
internal sealed record Latencies(double P50, double P99)
{
    /// <summary>Sums up measurements.</summary>
    /// <param name="milliseconds">At least one.</param>
    public static Latencies Of(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return new(At(0.5), At(0.99));

        double At(double part) => Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))], 3);
    }

    /// <inheritdoc/>
    public override string ToString() => $"p50 {P50:0.0} ms, p99 {P99:0.0} ms";
}
