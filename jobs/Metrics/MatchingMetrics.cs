using System.Diagnostics.Metrics;
using SpecialDelivery.Core.Matching;

namespace SpecialDelivery.Jobs.Metrics;

/// <summary>What the matching job tells beside <see cref="JobMetrics"/>.</summary>
internal sealed class MatchingMetrics
{
    private static readonly Meter Meter = new(JobMetrics.MeterName);
    private static readonly Counter<long> Matched = Meter.CreateCounter<long>("matching.matched", "{package}", "Packages that found a trip.");
    private static readonly Counter<long> Expired = Meter.CreateCounter<long>("matching.expired", "{package}", "Packages that ended without one.");
    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("matching.conflicts", "{claim}", "Claims that the store refused.");
    private static readonly Gauge<long> Waiting = Meter.CreateGauge<long>("matching.waiting", "{package}", "Packages that look for a trip.");
    private static readonly Gauge<long> OpenTrips = Meter.CreateGauge<long>("matching.open.trips", "{trip}", "Trips that have not left.");
    private static readonly Histogram<double> Added = Meter.CreateHistogram(
        "matching.added.metres",
        "{metre}",
        "Added driving per match.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1_000, 2_500, 5_000, 10_000, 20_000, 40_000, 80_000, 160_000] });

    private readonly JobMetrics _job = new(MatchingJob.Name);

    /// <summary>Notes a batch.</summary>
    /// <param name="report">Its figures.</param>
    public void Note(BatchReport report)
    {
        IntakeOutcome intake = report.Intake;
        _job.Note(
            report.Id,
            report.Laps.Total,
            intake.Read,
            ("good", intake.Good),
            ("repeated", intake.Repeated),
            ("late", intake.Late),
            ("withdrawal", intake.Withdrawals),
            ("dead_letter", intake.DeadLetters.Count));
        Matched.Add(report.Matched);
        Expired.Add(report.Expired);
        Conflicts.Add(report.Outcome.Conflicts);
        Waiting.Record(report.Waiting);
        OpenTrips.Record(report.Open);
        foreach (Match match in report.Outcome.Matches)
        {
            Added.Record(match.Pairing.Candidate.AddedMetres);
        }
    }
}
