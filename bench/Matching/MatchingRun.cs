using SpecialDelivery.Bench.Jobs;

namespace SpecialDelivery.Bench.Matching;

/// <summary>One run over preloaded topics, counted in packages.</summary>
/// <param name="Job">The run.</param>
internal sealed record MatchingRun(JobRun<MatchingBatchLine> Job)
{
    /// <summary>Packages matched.</summary>
    public int Matched => Job.Batches.Sum(batch => batch.Matched);

    /// <summary>Packages matched per second, first batches included.</summary>
    public double PerSecond => Matched / Job.Seconds;

    /// <summary>Packages matched per second of the warm batches; 0 when there are none.</summary>
    public double WarmPerSecond => Job.PerWarmSecond(batch => batch.Matched);

    /// <summary>Processor seconds per 1 000 matched packages.</summary>
    public double CpuSecondsPerThousand => Job.CpuSeconds / Matched * 1000;

    /// <inheritdoc/>
    public override string ToString() =>
        $"{WarmPerSecond:N0} matched/s warm, {PerSecond:N0} with the first batches; {CpuSecondsPerThousand:0.000} CPU s per 1 000 packages; {Matched:N0} matched in {Job.Seconds:0.0} s; others kept {Job.OthersBusy:0.00} cores busy";
}
