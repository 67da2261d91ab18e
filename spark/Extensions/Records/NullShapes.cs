using Microsoft.Spark.Rows;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>A value type with a question mark.</summary>
internal sealed class NullableShape<T>(Shape<T> inner) : Shape<T?>
    where T : struct
{
    public override DataType Type => inner.Type;

    public override bool AllowsNull => true;

    public override bool CanRead(DataType type) => type is NullType || inner.CanRead(type);

    public override Func<int, T?> Reader(ArrowColumn column, DataType type)
    {
        if (type is NullType)
        {
            return _ => null;
        }

        Func<int, T> read = inner.Reader(column, type);
        return row => column.IsNull(row) ? null : read(row);
    }

    public override void Write(PickleWriter pickle, T? value)
    {
        if (value is { } given)
        {
            inner.Write(pickle, given);
        }
        else
        {
            pickle.Null();
        }
    }

    public override ColumnWriter<T?> Writer()
    {
        ColumnWriter<T> given = inner.Writer();
        return new(given.Column, value =>
        {
            if (value is { } some)
            {
                given.Append(some);
            }
            else
            {
                given.Column.AppendNull();
            }
        });
    }
}

/// <summary>A reference that may be null: one with a question mark, or of code without nullable annotations.</summary>
internal sealed class OptionalShape<T>(Shape<T> inner) : Shape<T?>
    where T : class
{
    public override DataType Type => inner.Type;

    public override bool AllowsNull => true;

    public override bool CanRead(DataType type) => type is NullType || inner.CanRead(type);

    public override Func<int, T?> Reader(ArrowColumn column, DataType type)
    {
        if (type is NullType)
        {
            return _ => null;
        }

        Func<int, T> read = inner.Reader(column, type);
        return row => column.IsNull(row) ? null : read(row);
    }

    public override void Write(PickleWriter pickle, T? value)
    {
        if (value is null)
        {
            pickle.Null();
        }
        else
        {
            inner.Write(pickle, value);
        }
    }

    public override ColumnWriter<T?> Writer()
    {
        ColumnWriter<T> given = inner.Writer();
        return new(given.Column, value =>
        {
            if (value is null)
            {
                given.Column.AppendNull();
            }
            else
            {
                given.Append(value);
            }
        });
    }
}

/// <summary>A value that must not be null. A null is refused with its place rather than read as zero or written where it breaks Spark.</summary>
/// <param name="inner">How a value is read and written.</param>
/// <param name="path">The place, for errors.</param>
internal sealed class RequiredShape<T>(Shape<T> inner, string path) : Shape<T>
{
    public override DataType Type => inner.Type;

    public override bool CanRead(DataType type) => inner.CanRead(type);

    public override Func<int, T> Reader(ArrowColumn column, DataType type)
    {
        Func<int, T> read = inner.Reader(column, type);
        return column.HasNulls
            ? row => column.IsNull(row)
                ? throw new InvalidOperationException($"{path} is null in a row. Make its type nullable, or keep such rows out.")
                : read(row)
            : read;
    }

    public override void Write(PickleWriter pickle, T value) => inner.Write(pickle, Required(value));

    public override ColumnWriter<T> Writer()
    {
        ColumnWriter<T> given = inner.Writer();
        return typeof(T).IsValueType ? given : new(given.Column, value => given.Append(Required(value)));
    }

    private T Required(T value) => value is null ? throw new ArgumentException($"{path} is null in a row. Make its type nullable to write nulls.") : value;
}
