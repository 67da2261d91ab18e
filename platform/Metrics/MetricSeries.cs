using System.Text;

namespace SpecialDelivery.Platform.Metrics;

/// <summary>One instrument under one set of tags.</summary>
/// <param name="bounds">Upper bounds of a histogram's buckets, ascending; null for a single value.</param>
internal sealed class MetricSeries(double[]? bounds)
{
    private readonly long[] _buckets = new long[(bounds?.Length ?? 0) + 1];
    private double _sum;
    private long _count;

    /// <summary>Takes a measurement.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="isAbsolute">Whether it replaces the ones before; otherwise it is added to them.</param>
    public void Record(double value, bool isAbsolute)
    {
        _sum = isAbsolute ? value : _sum + value;
        _count++;
        if (bounds is not null)
        {
            int at = Array.BinarySearch(bounds, value);
            _buckets[at >= 0 ? at : ~at]++;
        }
    }

    public void Write(StringBuilder text, string name, string labels)
    {
        if (bounds is null)
        {
            Line(text, name, "", labels, MetricFamily.Text(_sum));
            return;
        }

        string before = labels.Length == 0 ? "" : labels + ",";
        long below = 0;
        for (int i = 0; i < _buckets.Length; i++)
        {
            below += _buckets[i];
            string bound = i < bounds.Length ? MetricFamily.Text(bounds[i]) : "+Inf";
            Line(text, name, "_bucket", $"{before}le=\"{bound}\"", $"{below}");
        }

        Line(text, name, "_sum", labels, MetricFamily.Text(_sum));
        Line(text, name, "_count", labels, $"{_count}");
    }

    private static void Line(StringBuilder text, string name, string suffix, string labels, string value)
    {
        text.Append(name).Append(suffix);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value).Append('\n');
    }
}
