namespace Microsoft.Spark.Rows;

/// <summary>Collects the values of one column, batch after batch.</summary>
internal abstract class ColumnBuilder
{
    private readonly BitBuilder _validity = new();
    private int _nulls;

    /// <summary>Values so far, nulls included.</summary>
    public int Length { get; private set; }

    /// <summary>Adds a null.</summary>
    public void AppendNull()
    {
        AppendNothing();
        _nulls++;
        Length++;
        _validity.Add(false);
    }

    /// <summary>Puts what was collected into a batch, parents before children.</summary>
    public void AddTo(ArrowBody body)
    {
        body.AddNode(Length, _nulls);
        body.AddBuffer(_nulls == 0 ? default : _validity.Bytes); // without nulls nobody reads the bits
        AddValuesTo(body);
    }

    /// <summary>Begins the next batch; what was put into the last one is overwritten.</summary>
    public void Clear()
    {
        (Length, _nulls) = (0, 0);
        _validity.Clear();
        ClearValues();
    }

    /// <summary>Notes that a value was added.</summary>
    protected void Added()
    {
        Length++;
        _validity.Add(true);
    }

    /// <summary>Fills the place of a null.</summary>
    protected abstract void AppendNothing();

    protected abstract void AddValuesTo(ArrowBody body);

    protected abstract void ClearValues();
}

/// <inheritdoc cref="ColumnBuilder"/>
internal abstract class ColumnBuilder<T> : ColumnBuilder
{
    /// <summary>Adds a value.</summary>
    public void Append(T value)
    {
        AppendValue(value);
        Added();
    }

    protected abstract void AppendValue(T value);
}
