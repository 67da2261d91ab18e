using System.Collections.Concurrent;
using System.Reflection;

namespace Microsoft.Spark.Extensions.Records;

/// <summary>Finds the shape of a type from its parameters and their nullable annotations.</summary>
internal static class Shapes
{
    private static readonly ConcurrentDictionary<Type, Shape> Records = new();

    private static readonly HashSet<Type> Lists =
    [
        typeof(List<>), typeof(IList<>), typeof(IReadOnlyList<>), typeof(ICollection<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>),
    ];

    private static readonly HashSet<Type> Maps = [typeof(Dictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)];

    /// <summary>The shape of a record, found and compiled once.</summary>
    /// <exception cref="NotSupportedException">The type, or one within it, cannot stand for rows; the message names it.</exception>
    public static RecordShape<T> Record<T>() =>
        (RecordShape<T>)Records.GetOrAdd(typeof(T), type => Bare(type, annotation: null, type.Name, []));

    private static Shape Of(Type type, NullabilityInfo? annotation, string path, HashSet<Type> within)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Make(typeof(NullableShape<>), [value], Bare(value, annotation, path, within));
        }

        Shape bare = Bare(type, annotation, path, within);
        return type.IsValueType || annotation?.WriteState == NullabilityState.NotNull
            ? Make(typeof(RequiredShape<>), [type], bare, path)
            : Make(typeof(OptionalShape<>), [type], bare);
    }

    private static Shape Bare(Type type, NullabilityInfo? annotation, string path, HashSet<Type> within)
    {
        if (ScalarShapes.All.TryGetValue(type, out Shape? scalar))
        {
            return scalar;
        }

        if (type.IsSZArray)
        {
            return List(type, type.GetElementType()!, annotation?.ElementType, path, within);
        }

        Type? generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic is not null && Lists.Contains(generic))
        {
            return List(type, type.GetGenericArguments()[0], annotation?.GenericTypeArguments[0], path, within);
        }

        if (generic is not null && Maps.Contains(generic))
        {
            Type[] types = type.GetGenericArguments();
            Shape key = Make(typeof(RequiredShape<>), [types[0]], Bare(types[0], annotation?.GenericTypeArguments[0], path, within), path);
            Shape item = Of(types[1], annotation?.GenericTypeArguments[1], path, within);
            return Make(typeof(MapShape<,,>), [type, .. types], key, item);
        }

        return OfRecord(type, path, within);
    }

    private static Shape List(Type type, Type item, NullabilityInfo? annotation, string path, HashSet<Type> within) =>
        Make(typeof(ListShape<,>), [type, item], Of(item, annotation, path, within));

    private static Shape OfRecord(Type type, string path, HashSet<Type> within)
    {
        ConstructorInfo[] constructors = type.IsPrimitive || type.IsEnum || type.IsInterface ? [] : type.GetConstructors();
        if (constructors is not [{ } constructor] || constructor.GetParameters() is not { Length: > 0 } parameters || !within.Add(type))
        {
            throw new NotSupportedException(
                $"{path} is of type {type.Name}, which stands for no column: it is no number, text, bytes, date, list or map, and no record (or one within itself).");
        }

        NullabilityInfoContext annotations = new();
        RecordField[] fields = Array.ConvertAll(parameters, parameter => Field(type, parameter, annotations, path, within));
        within.Remove(type);
        return Make(typeof(RecordShape<>), [type], constructor, fields);
    }

    private static RecordField Field(
        Type type, ParameterInfo parameter, NullabilityInfoContext annotations, string path, HashSet<Type> within)
    {
        const BindingFlags AnyCapitals = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;
        string name = parameter.Name!;
        Shape shape = Of(parameter.ParameterType, annotations.Create(parameter), $"{path}.{name}", within);
        PropertyInfo? property = type.GetProperty(name, AnyCapitals);
        return (RecordField)Activator.CreateInstance(typeof(RecordField<>).MakeGenericType(parameter.ParameterType), name, property, shape)!;
    }

    private static Shape Make(Type generic, Type[] types, params object[] parts) =>
        (Shape)Activator.CreateInstance(generic.MakeGenericType(types), parts)!;
}
