namespace Microsoft.Spark.Rows;

/// <summary>One bit for each value.</summary>
internal sealed class BooleanBuilder : ColumnBuilder<bool>
{
    private readonly BitBuilder _values = new();

    protected override void AppendValue(bool value) => _values.Add(value);

    protected override void AppendNothing() => _values.Add(false);

    protected override void AddValuesTo(ArrowBody body) => body.AddBuffer(_values.Bytes);

    protected override void ClearValues() => _values.Clear();
}
