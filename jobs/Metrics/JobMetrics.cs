using System.Diagnostics.Metrics;

namespace SpecialDelivery.Jobs.Metrics;

/// <summary>What every job tells about its batches.</summary>
/// <remarks>Instruments live as long as the process; without a <see cref="MetricsEndpoint"/> nobody listens and they cost nothing.</remarks>
/// <param name="job">Name of the job, a tag of each series.</param>
internal sealed class JobMetrics(string job)
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SpecialDelivery.Jobs";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Records = Meter.CreateCounter<long>("job.records", "{record}", "Records read, by what became of them.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "job.batch.duration", "s", "Duration of a batch.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] });

    private static readonly Gauge<long> Batch = Meter.CreateGauge<long>("job.batch", "{batch}", "Number of the last batch.");
    private static readonly Gauge<long> Unaccounted = Meter.CreateGauge<long>("job.unaccounted.records", "{record}", "Records of the last batch of which nothing became: 0, or the books do not balance.");
    private static readonly Gauge<long> Behind = Meter.CreateGauge<long>("job.lag.records", "{record}", "Records that wait in the topics.");

    private readonly KeyValuePair<string, object?> _job = new("job_name", job);

    /// <summary>Notes a batch.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="read">Records read.</param>
    /// <param name="outcomes">What became of them, such as <c>good</c> or <c>dead_letter</c>; together they are all that was read.</param>
    public void Note(long id, TimeSpan duration, long read, params ReadOnlySpan<(string Outcome, long Records)> outcomes)
    {
        long accounted = 0;
        foreach ((string outcome, long records) in outcomes)
        {
            Records.Add(records, _job, new("outcome", outcome));
            accounted += records;
        }

        Duration.Record(duration.TotalSeconds, _job);
        Batch.Record(id, _job);
        Unaccounted.Record(read - accounted, _job);
    }

    /// <summary>Notes how far the job is behind its topics.</summary>
    /// <param name="records">Records, at least 0.</param>
    public void NoteLag(long records) => Behind.Record(records, _job);
}
