using System.Diagnostics.Metrics;
using System.Text;

namespace SpecialDelivery.Platform.Metrics;

/// <summary>Collects what this process measures and writes it as Prometheus reads it (text format 0.0.4).</summary>
/// <remarks>
/// An instrument <c>http.server.request.duration</c> in seconds becomes <c>http_server_request_duration_seconds</c>; counters end in <c>_total</c>.
/// An instrument keeps at most <see cref="MaxSeries"/> sets of tags; measurements of further sets are counted in <c>metrics_dropped_measurements_total</c>.
/// </remarks>
public sealed class MetricsText : IDisposable
{
    /// <summary>The media type of what <see cref="Write"/> returns.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Most sets of tags per instrument.</summary>
    public const int MaxSeries = 1_000;

    private readonly MeterListener _listener = new();
    private readonly Dictionary<Instrument, MetricFamily> _families = [];
    private readonly Lock _lock = new();
    private long _dropped;

    /// <summary>Starts to collect.</summary>
    /// <param name="meters">Which meters, by name or by a prefix that ends in <c>*</c>.</param>
    public MetricsText(params string[] meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (meters.Any(meter => meter.EndsWith('*') ? instrument.Meter.Name.StartsWith(meter[..^1], StringComparison.Ordinal) : instrument.Meter.Name == meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((instrument, value, tags, _) => Record(instrument, (double)value, tags));
        _listener.Start();
    }

    /// <summary>Everything collected so far.</summary>
    /// <returns>The text, families in order of their names.</returns>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        StringBuilder text = new();
        lock (_lock)
        {
            // Two meters may bear the same instrument: its series come under one head.
            foreach (IGrouping<string, MetricFamily> same in _families.Values.GroupBy(family => family.Name).OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                same.First().WriteHead(text);
                foreach (MetricFamily family in same)
                {
                    family.WriteSeries(text);
                }
            }
        }

        return text.Append("# TYPE metrics_dropped_measurements_total counter\nmetrics_dropped_measurements_total ").Append(Interlocked.Read(ref _dropped)).Append('\n').ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_lock)
        {
            if (!_families.TryGetValue(instrument, out MetricFamily? family))
            {
                _families[instrument] = family = new MetricFamily(instrument);
            }

            if (!family.Record(value, tags))
            {
                _dropped++;
            }
        }
    }
}
