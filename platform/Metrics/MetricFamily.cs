using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace SpecialDelivery.Platform.Metrics;

/// <summary>All series of one instrument.</summary>
internal sealed class MetricFamily
{
    // Of the OpenTelemetry conventions for durations in seconds; other histograms bring their own as advice.
    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly Dictionary<string, MetricSeries> _series = [];
    private readonly string _type;
    private readonly string? _help;
    private readonly bool _isAbsolute;
    private readonly double[]? _bounds;

    public MetricFamily(Instrument instrument)
    {
        Type kind = instrument.GetType().IsGenericType ? instrument.GetType().GetGenericTypeDefinition() : instrument.GetType();
        bool isCounter = kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>);
        bool isHistogram = kind == typeof(Histogram<>);
        _type = isCounter ? "counter" : isHistogram ? "histogram" : "gauge";
        _help = instrument.Description;
        _isAbsolute = instrument.IsObservable || kind == typeof(Gauge<>);
        _bounds = isHistogram ? Bounds(instrument) : null;
        Name = NameOf(instrument, isCounter);
    }

    public string Name { get; }

    /// <summary>Takes one measurement.</summary>
    /// <returns>False when its set of tags is one too many.</returns>
    public bool Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string labels = Labels(tags);
        if (!_series.TryGetValue(labels, out MetricSeries? series))
        {
            if (_series.Count >= MetricsText.MaxSeries)
            {
                return false;
            }

            _series[labels] = series = new MetricSeries(_bounds);
        }

        series.Record(value, _isAbsolute);
        return true;
    }

    public void WriteHead(StringBuilder text)
    {
        if (_help is not null)
        {
            text.Append("# HELP ").Append(Name).Append(' ').Append(_help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        }

        text.Append("# TYPE ").Append(Name).Append(' ').Append(_type).Append('\n');
    }

    public void WriteSeries(StringBuilder text)
    {
        foreach ((string labels, MetricSeries series) in _series.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            series.Write(text, Name, labels);
        }
    }

    /// <summary>A number as Prometheus reads it.</summary>
    internal static string Text(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static double[] Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        _ => DefaultBounds,
    };

    private static string NameOf(Instrument instrument, bool isCounter)
    {
        string? unit = instrument.Unit switch
        {
            "s" => "seconds",
            "ms" => "milliseconds",
            "By" => "bytes",
            _ => null, // {request} and the like count things: the name says which
        };
        string name = Plain(instrument.Name);
        name = unit is null || name.EndsWith("_" + unit, StringComparison.Ordinal) ? name : $"{name}_{unit}";
        return isCounter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        StringBuilder labels = new();
        foreach ((string name, object? value) in tags)
        {
            string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            labels.Append(labels.Length == 0 ? "" : ",").Append(Plain(name)).Append("=\"")
                .Append(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
        }

        return labels.ToString();
    }

    private static string Plain(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetter(c) || c == '_' || (char.IsAsciiDigit(c) && i > 0) ? c : '_'));
}
