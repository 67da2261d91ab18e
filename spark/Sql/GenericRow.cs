#nullable disable
namespace Microsoft.Spark.Sql;

/// <summary>A row made in .NET: values without a schema.</summary>
/// <param name="values">The values, in the order of the columns.</param>
public sealed class GenericRow(object[] values)
{
    /// <summary>The values, in the order of the columns.</summary>
    public object[] Values { get; } = values;

    /// <summary>The value of column <paramref name="index"/>, counted from 0.</summary>
    public object this[int index] => Get(index);

    /// <summary>Number of values.</summary>
    public int Size() => Values.Length;

    /// <summary>The value of column <paramref name="index"/>, counted from 0.</summary>
    public object Get(int index) => Values[index];

    /// <summary>The value of column <paramref name="index"/>, converted to <typeparamref name="T"/>.</summary>
    public T GetAs<T>(int index) => RowValue.As<T>(Get(index));

    /// <inheritdoc/>
    public override string ToString() => RowValue.Show(Values);
}
