using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>How values of one .NET type go to and from a column.</summary>
internal abstract class Shape
{
    /// <summary>The type of the column such values are written to.</summary>
    public abstract DataType Type { get; }

    /// <summary>Whether a value may be null.</summary>
    public virtual bool AllowsNull => false;

    /// <summary>Whether a column of this type can be read; checked before the job runs.</summary>
    public abstract bool CanRead(DataType type);
}

/// <inheritdoc cref="Shape"/>
internal abstract class Shape<T> : Shape
{
    /// <summary>A reader of one column of one batch, given its type, for which <see cref="Shape.CanRead"/> holds.</summary>
    public abstract Func<int, T> Reader(ArrowColumn column, DataType type);

    /// <summary>Writes one value.</summary>
    public abstract void Write(PickleWriter pickle, T value);

    /// <summary>Something that collects values as a column of a batch.</summary>
    public abstract ColumnWriter<T> Writer();
}
