namespace SpecialDelivery.Bench.Matching;

/// <summary>One run over preloaded topics.</summary>
/// <param name="Matched">Packages matched.</param>
/// <param name="Seconds">From the query's start to its end, batches and pauses between them.</param>
/// <param name="CpuSeconds">Processor time in that span: job, Spark, Kafka, Redis and Elasticsearch together.</param>
/// <param name="OthersBusy">Cores that other programs kept busy meanwhile: more than a few hundredths spoil the figure.</param>
/// <param name="Batches">The batches.</param>
internal sealed record MatchingRun(int Matched, double Seconds, double CpuSeconds, double OthersBusy, IReadOnlyList<BatchLine> Batches)
{
    /// <summary>Batches in which Spark's code is still being compiled.</summary>
    private const int ColdBatches = 2;

    /// <summary>Packages matched per second, first batches included.</summary>
    public double PerSecond => Matched / Seconds;

    /// <summary>Packages matched per second of the full batches after the first ones; NaN when there are none.</summary>
    public double WarmPerSecond
    {
        get
        {
            BatchLine[] warm = [.. Batches.Skip(ColdBatches).Where(batch => batch.Records > Batches[0].Records / 2)];
            return warm.Sum(batch => batch.Matched) / warm.Sum(batch => batch.Seconds);
        }
    }

    /// <summary>Processor seconds per 1 000 matched packages.</summary>
    public double CpuSecondsPerThousand => CpuSeconds / Matched * 1000;
}
