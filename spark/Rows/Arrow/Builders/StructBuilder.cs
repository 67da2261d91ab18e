namespace Microsoft.Spark.Rows;

/// <summary>Rows within rows: a column for each field.</summary>
/// <param name="fields">The columns.</param>
/// <param name="append">Adds each part of a value to its column.</param>
internal sealed class StructBuilder<T>(ColumnBuilder[] fields, Action<T> append) : ColumnBuilder<T>
{
    protected override void AppendValue(T value) => append(value);

    protected override void AppendNothing() => Array.ForEach(fields, field => field.AppendNull());

    protected override void AddValuesTo(ArrowBody body) => Array.ForEach(fields, field => field.AddTo(body));

    protected override void ClearValues() => Array.ForEach(fields, field => field.Clear());
}
