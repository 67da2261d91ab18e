using System.Collections;
using Microsoft.Spark.Sql;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Rows;

/// <summary>Writes boxed values as the type of their column demands.</summary>
internal static class ValuePickler
{
    /// <summary>A writer for one column.</summary>
    /// <param name="column">Its name, for errors.</param>
    /// <param name="type">Its type.</param>
    /// <exception cref="NotSupportedException">There is no writer for the type.</exception>
    public static Action<PickleWriter, object?> For(string column, DataType type)
    {
        Action<PickleWriter, object> write = NotNull(column, type);
        return (pickle, value) =>
        {
            if (value is null)
            {
                pickle.Null();
            }
            else
            {
                write(pickle, value);
            }
        };
    }

    private static Action<PickleWriter, object> NotNull(string column, DataType type) => type switch
    {
        NullType => (_, value) => throw Mismatch(column, type, value),
        BooleanType => (pickle, value) => pickle.Boolean(value is bool flag ? flag : throw Mismatch(column, type, value)),
        ByteType => (pickle, value) => pickle.Int32((int)Integer(column, type, value, sbyte.MinValue, sbyte.MaxValue)),
        ShortType => (pickle, value) => pickle.Int32((int)Integer(column, type, value, short.MinValue, short.MaxValue)),
        IntegerType => (pickle, value) => pickle.Int32((int)Integer(column, type, value, int.MinValue, int.MaxValue)),
        LongType => (pickle, value) => pickle.Int64(Integer(column, type, value, long.MinValue, long.MaxValue)),
        FloatType or DoubleType => (pickle, value) => pickle.Double(value switch
        {
            double number => number,
            float number => number,
            _ => Integer(column, type, value, long.MinValue, long.MaxValue),
        }),
        DecimalType number => (pickle, value) => pickle.Decimal(Fitting(column, number, value as decimal? ?? Integer(column, type, value, long.MinValue, long.MaxValue))),
        StringType => (pickle, value) => pickle.String(value as string ?? throw Mismatch(column, type, value)),
        BinaryType => (pickle, value) => pickle.Binary(value as byte[] ?? throw Mismatch(column, type, value)),
        DateType => (pickle, value) => pickle.Int32(value switch
        {
            Date date => date.EpochDays,
            DateOnly date => new Date(date.Year, date.Month, date.Day).EpochDays,
            DateTime date => new Date(date).EpochDays,
            _ => throw Mismatch(column, type, value),
        }),
        TimestampType or TimestampNtzType => (pickle, value) => pickle.Int64(value switch
        {
            Timestamp time => time.EpochMicros,
            DateTime time => new Timestamp(time).EpochMicros,
            DateTimeOffset time => new Timestamp(time.UtcDateTime).EpochMicros,
            _ => throw Mismatch(column, type, value),
        }),
        ArrayType array => List(column, array, For($"{column}.element", array.ElementType)),
        MapType map => Map(column, map, For($"{column}.key", map.KeyType), For($"{column}.value", map.ValueType)),
        StructType row => Struct(column, row, [.. row.Fields.Select(field => For($"{column}.{field.Name}", field.DataType))]),
        _ => throw new NotSupportedException($"Column {column} is of type {type.SimpleString}, which cannot be written from here. Send a string and cast it in Spark."),
    };

    private static Action<PickleWriter, object> List(string column, DataType type, Action<PickleWriter, object?> element) => (pickle, value) =>
    {
        pickle.BeginList();
        foreach (object? item in value is IEnumerable items and not string ? items : throw Mismatch(column, type, value))
        {
            element(pickle, item);
        }

        pickle.EndList();
    };

    private static Action<PickleWriter, object> Map(string column, DataType type, Action<PickleWriter, object?> key, Action<PickleWriter, object?> item) =>
        (pickle, value) =>
        {
            pickle.BeginMap();
            foreach (DictionaryEntry entry in value as IDictionary ?? throw Mismatch(column, type, value))
            {
                key(pickle, entry.Key);
                item(pickle, entry.Value);
            }

            pickle.EndMap();
        };

    private static Action<PickleWriter, object> Struct(string column, StructType type, Action<PickleWriter, object?>[] fields) => (pickle, value) =>
    {
        object?[] values = value switch
        {
            object?[] items => items,
            GenericRow row => row.Values,
            Row row => row.Values,
            _ => throw Mismatch(column, type, value),
        };
        if (values.Length != fields.Length)
        {
            throw new ArgumentException($"A value of column {column} has {values.Length} fields; its type has {fields.Length}.");
        }

        pickle.BeginTuple();
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i](pickle, values[i]);
        }

        pickle.EndTuple();
    };

    private static long Integer(string column, DataType type, object value, long least, long most)
    {
        long number = value switch
        {
            int i => i,
            long l => l,
            short s => s,
            byte b => b,
            sbyte s => s,
            _ => throw Mismatch(column, type, value),
        };
        return number >= least && number <= most
            ? number
            : throw new ArgumentException($"The value {number} of column {column} lies outside its type {type.SimpleString} ({least} to {most}).");
    }

    // Spark makes null of a decimal that is too large for its column.
    private static decimal Fitting(string column, DecimalType type, decimal value) =>
        Math.Abs(value) < Limit(type.Precision - type.Scale)
            ? value
            : throw new ArgumentException($"The value {value} of column {column} lies outside its type {type.SimpleString}.");

    private static decimal Limit(int digits)
    {
        decimal limit = 1;
        for (; digits > 0 && limit <= decimal.MaxValue / 10; digits--)
        {
            limit *= 10;
        }

        return digits > 0 ? decimal.MaxValue : limit;
    }

    private static ArgumentException Mismatch(string column, DataType type, object value) =>
        new($"Column {column} is of type {type.SimpleString}; it cannot take the {value.GetType()} {value}.");
}
