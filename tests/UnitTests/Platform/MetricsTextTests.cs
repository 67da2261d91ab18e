using System.Diagnostics.Metrics;
using SpecialDelivery.Platform.Metrics;

namespace UnitTests.Platform;

public sealed class MetricsTextTests : IDisposable
{
    private readonly Meter _meter = new($"test.{Guid.NewGuid():N}");
    private readonly MetricsText _metrics;

    public MetricsTextTests() => _metrics = new MetricsText(_meter.Name);

    [Fact]
    public void Counters_add_up_per_set_of_tags()
    {
        Counter<long> counter = _meter.CreateCounter<long>("jobs.batches", description: "Batches\nmade.");
        counter.Add(2);
        counter.Add(3, new KeyValuePair<string, object?>("job", "a\"b\\c\nd"));
        counter.Add(4, new KeyValuePair<string, object?>("job", "a\"b\\c\nd"));

        Assert.Equal(
            "# HELP jobs_batches_total Batches\\nmade.\n# TYPE jobs_batches_total counter\njobs_batches_total 2\njobs_batches_total{job=\"a\\\"b\\\\c\\nd\"} 7\n",
            WithoutDropped());
    }

    [Fact]
    public void Gauges_tell_the_last_value()
    {
        Gauge<double> gauge = _meter.CreateGauge<double>("lag", "s");
        gauge.Record(5);
        gauge.Record(1.5);
        _meter.CreateObservableGauge("size", () => 7L, "By");
        UpDownCounter<int> open = _meter.CreateUpDownCounter<int>("open");
        open.Add(3);
        open.Add(-1);

        Assert.Equal("# TYPE lag_seconds gauge\nlag_seconds 1.5\n# TYPE open gauge\nopen 2\n# TYPE size_bytes gauge\nsize_bytes 7\n", WithoutDropped());
    }

    [Fact]
    public void Histograms_count_at_most_their_bounds()
    {
        Histogram<double> histogram = _meter.CreateHistogram("took", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2.5] });
        foreach (double value in (double[])[0.5, 1, 2, 9])
        {
            histogram.Record(value, new KeyValuePair<string, object?>("step", 1));
        }

        Assert.Equal(
            """
            # TYPE took_seconds histogram
            took_seconds_bucket{step="1",le="1"} 2
            took_seconds_bucket{step="1",le="2.5"} 3
            took_seconds_bucket{step="1",le="+Inf"} 4
            took_seconds_sum{step="1"} 12.5
            took_seconds_count{step="1"} 4

            """,
            WithoutDropped());
    }

    [Fact]
    public void An_endless_tag_does_not_fill_the_memory()
    {
        Counter<int> counter = _meter.CreateCounter<int>("calls");
        for (int i = 0; i < MetricsText.MaxSeries + 5; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("id", i));
        }

        Assert.EndsWith("metrics_dropped_measurements_total 5\n", _metrics.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_meters_are_not_collected()
    {
        using Meter other = new("other");
        other.CreateCounter<int>("calls").Add(1);

        Assert.DoesNotContain("calls", _metrics.Write(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _metrics.Dispose();
        _meter.Dispose();
    }

    private string WithoutDropped()
    {
        string text = _metrics.Write();
        return text[..text.IndexOf("# TYPE metrics_dropped", StringComparison.Ordinal)];
    }
}
