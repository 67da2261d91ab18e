using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace UnitTests.Spark.Surface;

/// <summary>Lists the public members of an assembly, one C#-like line each, in order of the alphabet.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
    };

    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        string name = type.FullName!;
        yield return Header(type);
        if (type.IsEnum)
        {
            foreach (string value in Enum.GetNames(type))
            {
                yield return $"{name}.{value}";
            }

            yield break;
        }

        foreach (ConstructorInfo constructor in type.GetConstructors(Declared).Where(constructor => IsVisible(constructor) && !type.IsAbstract))
        {
            yield return $"{name}({Parameters(constructor)})";
        }

        foreach (PropertyInfo property in type.GetProperties(Declared).Where(property => IsVisible(property.GetMethod)))
        {
            string index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{Join(parameters)}]" : "";
            string set = IsVisible(property.SetMethod) ? " set;" : "";
            string member = index.Length > 0 ? $"{name}{index}" : $"{name}.{property.Name}";
            yield return $"{Static(property.GetMethod!)}{member} {{ get;{set} }} : {Name(property.PropertyType)}";
        }

        foreach (MethodInfo method in type.GetMethods(Declared).Where(IsListed))
        {
            string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
            yield return $"{Static(method)}{name}.{method.Name}{generic}({Parameters(method)}) : {Name(method.ReturnType)}";
        }
    }

    private static string Header(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsSealed: true } => "sealed class",
            { IsAbstract: true } => "abstract class",
            _ => "class",
        };
        string parent = type.BaseType is { } baseType && baseType != typeof(object) && !type.IsEnum ? $" : {Name(baseType)}" : "";
        return $"{type.FullName} {{{kind}}}{parent}";
    }

    private static bool IsListed(MethodInfo method) =>
        IsVisible(method)
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && method.Name is not ("ToString" or "Equals" or "GetHashCode" or "Finalize" or "<Clone>$" or "PrintMembers" or "op_Equality" or "op_Inequality")
        || (method.Name is "op_Equality" or "op_Inequality" && method.ReturnType != typeof(bool));

    private static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + Join(method.GetParameters());

    private static string Join(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string repeated = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        string fallback = parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue)}" : "";
        return $"{repeated}{Name(parameter.ParameterType)} {parameter.Name}{fallback}";
    }

    private static string Value(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
