namespace Microsoft.Spark.Rows;

/// <summary>Lists: each a stretch of one column of elements.</summary>
/// <param name="elements">The elements of all lists.</param>
/// <param name="append">Adds an element.</param>
internal sealed class ListBuilder<TList, TItem>(ColumnBuilder elements, Action<TItem> append) : ColumnBuilder<TList>
    where TList : IEnumerable<TItem>
{
    private readonly OffsetBuilder _ends = new();

    protected override void AppendValue(TList value)
    {
        foreach (TItem item in value)
        {
            append(item);
        }

        _ends.Add(elements.Length);
    }

    protected override void AppendNothing() => _ends.Add(elements.Length);

    protected override void AddValuesTo(ArrowBody body)
    {
        body.AddBuffer(_ends.Bytes);
        elements.AddTo(body);
    }

    protected override void ClearValues()
    {
        _ends.Clear();
        elements.Clear();
    }
}
