using System.Collections;

namespace Microsoft.Spark.Rows;

/// <summary>Maps: each a stretch of one column of keys and one of values.</summary>
internal sealed class MapColumn(ArrowColumn.Head head, ArrowBuffer offsets, ArrowColumn keys, ArrowColumn values) : ArrowColumn(head)
{
    public ArrowColumn Keys => keys;

    public ArrowColumn Values => values;

    /// <summary>Where a row's entries start in <see cref="Keys"/> and <see cref="Values"/>, and where they end.</summary>
    public (int Start, int End) Range(int row)
    {
        ReadOnlySpan<int> ends = offsets.As<int>(Length + 1);
        return (ends[row], ends[row + 1]);
    }

    protected override object? Boxed(int row)
    {
        (int start, int end) = Range(row);
        Hashtable map = new(end - start); // the type Microsoft.Spark's rows hold
        for (int i = start; i < end; i++)
        {
            map[keys.Value(i)!] = values.Value(i);
        }

        return map;
    }
}
