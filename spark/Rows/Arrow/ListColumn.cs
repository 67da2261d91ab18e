using System.Collections;

namespace Microsoft.Spark.Rows;

/// <summary>Lists: each a stretch of one column of elements.</summary>
internal sealed class ListColumn(ArrowColumn.Head head, ArrowBuffer offsets, ArrowColumn elements) : ArrowColumn(head)
{
    /// <summary>The elements of all lists; <see cref="Range"/> says which belong to a row.</summary>
    public ArrowColumn Elements => elements;

    /// <summary>Where a row's list starts in <see cref="Elements"/>, and where it ends.</summary>
    public (int Start, int End) Range(int row)
    {
        ReadOnlySpan<int> ends = offsets.As<int>(Length + 1);
        return (ends[row], ends[row + 1]);
    }

    protected override object? Boxed(int row)
    {
        (int start, int end) = Range(row);
        ArrayList list = new(end - start); // the type Microsoft.Spark's rows hold
        for (int i = start; i < end; i++)
        {
            list.Add(elements.Value(i));
        }

        return list;
    }
}
