#nullable disable
using System.Diagnostics.CodeAnalysis;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

/// <summary>A row that came from Spark: values with their schema.</summary>
public sealed class Row
{
    internal Row(object[] values, StructType schema)
    {
        Values = values;
        Schema = schema;
    }

    /// <summary>Names and types of the values; null for a row converted from a <see cref="GenericRow"/>.</summary>
    public StructType Schema { get; }

    /// <summary>The values, in the order of the columns.</summary>
    public object[] Values { get; }

    /// <summary>The value of column <paramref name="index"/>, counted from 0.</summary>
    public object this[int index] => Get(index);

    /// <summary>A row without a schema.</summary>
    public static implicit operator Row(GenericRow genericRow) => new(genericRow.Values, schema: null);

    /// <summary>Number of values.</summary>
    public int Size() => Values.Length;

    /// <summary>The value of column <paramref name="index"/>, counted from 0.</summary>
    public object Get(int index) => Values[index];

    /// <summary>The value of the column named <paramref name="columnName"/>.</summary>
    public object Get(string columnName) => Values[IndexOf(columnName)];

    /// <summary>The value of column <paramref name="index"/>, converted to <typeparamref name="T"/>.</summary>
    public T GetAs<T>(int index) => RowValue.As<T>(Get(index));

    /// <summary>The value of the column named <paramref name="columnName"/>, converted to <typeparamref name="T"/>.</summary>
    public T GetAs<T>(string columnName) => RowValue.As<T>(Get(columnName));

    /// <inheritdoc/>
    public override string ToString() => RowValue.Show(Values);

    private int IndexOf(string columnName)
    {
        if (Schema is null)
        {
            throw new InvalidOperationException($"This row has no schema, so column '{columnName}' can be read by its index only.");
        }

        int index = Schema.Fields.FindIndex(field => field.Name == columnName);

        return index >= 0 ? index : throw UnknownColumn(columnName);
    }

    [SuppressMessage("Usage", "CA2201:Do not raise reserved exception types", Justification = "The published type of this failure; programs may catch it.")]
    private IndexOutOfRangeException UnknownColumn(string columnName) =>
        new($"There is no column '{columnName}' in this row; it has {string.Join(", ", Schema.Fields.Select(field => field.Name))}.");
}
