using System.Collections;
using System.Globalization;
using Microsoft.Spark.Sql.Types;

namespace Microsoft.Spark.Sql;

// How a value of a row becomes the type a caller asks for.
internal static class RowValue
{
    internal static T As<T>(object? value) => value switch
    {
        T same => same,
        null when default(T) is null => default!,
        null => throw new InvalidCastException($"The value is null; ask for {typeof(T).Name}? instead of {typeof(T).Name}."),
        _ => (T)Convert(value, typeof(T)),
    };

    internal static string Show(object?[] values) => $"[{string.Join(',', values)}]";

    private static object Convert(object value, Type type)
    {
        Type target = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            Timestamp timestamp when target == typeof(DateTime) => timestamp.ToDateTime(),
            Timestamp timestamp when target == typeof(DateTimeOffset) => new DateTimeOffset(timestamp.ToDateTime()),
            Date date when target == typeof(DateTime) => date.ToDateTime(),
            Date date when target == typeof(DateOnly) => DateOnly.FromDateTime(date.ToDateTime()),
            IList list when target.IsArray => ToArray(list, target.GetElementType()!),
            IDictionary map when IsDictionary(target) => ToDictionary(map, target),
            IConvertible number when target.IsPrimitive || target == typeof(decimal) =>
                number.ToType(target, CultureInfo.InvariantCulture),
            _ => throw new InvalidCastException($"A value of type {value.GetType().Name} cannot be read as {type}."),
        };
    }

    private static bool IsDictionary(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>);

    private static Array ToArray(IList list, Type elementType)
    {
        Array array = Array.CreateInstance(elementType, list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            array.SetValue(ConvertOrNull(list[i], elementType), i);
        }

        return array;
    }

    private static IDictionary ToDictionary(IDictionary map, Type type)
    {
        Type[] types = type.GetGenericArguments();
        IDictionary dictionary = (IDictionary)Activator.CreateInstance(type)!;
        foreach (DictionaryEntry entry in map)
        {
            dictionary.Add(ConvertOrNull(entry.Key, types[0])!, ConvertOrNull(entry.Value, types[1]));
        }

        return dictionary;
    }

    private static object? ConvertOrNull(object? value, Type type) =>
        value is null || type.IsInstanceOfType(value) ? value : Convert(value, type);
}
