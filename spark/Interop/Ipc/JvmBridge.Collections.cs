using Microsoft.Spark.Interop.Wire;

namespace Microsoft.Spark.Interop.Ipc;

/// <content>Java arrays and collections, made and read element by element.</content>
internal sealed partial class JvmBridge
{
    /// <summary>A Java array of exactly this component class (py4j accepts an array only for the exact parameter type).</summary>
    public JvmObjectReference NewArray(string componentClass, IReadOnlyList<object?> items)
    {
        JvmObjectReference array = (JvmObjectReference)Execute(
            CommandWriter.Begin().Line("a").Line("c").Argument(componentClass).Argument(items.Count).End(), componentClass, "new[]")!;
        for (int i = 0; i < items.Count; i++)
        {
            Execute(CommandWriter.Begin().Line("a").Line("s").Line(array.Id).Argument(i).Argument(items[i]).End(), componentClass, "[]=");
            GC.KeepAlive(items[i]);
        }

        return array;
    }

    /// <summary>The elements of a Java array that is held as a reference (public calls return arrays as managed ones already).</summary>
    public object?[] ArrayToManaged(JvmObjectReference array)
    {
        object?[] items = new object?[(int)Execute(CommandWriter.Begin().Line("a").Line("e").Line(array.Id).End(), null, "length")!];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Execute(CommandWriter.Begin().Line("a").Line("g").Line(array.Id).Argument(i).End(), null, "[]");
        }

        GC.KeepAlive(array);
        return items;
    }

    /// <summary>A java.util.ArrayList.</summary>
    public JvmObjectReference NewList(IEnumerable<object?> items)
    {
        JvmObjectReference list = CallConstructor("java.util.ArrayList");
        foreach (object? item in items)
        {
            Call(list, "add", item);
        }

        return list;
    }

    /// <summary>A java.util.HashMap.</summary>
    public JvmObjectReference NewMap(IEnumerable<KeyValuePair<string, string>> items) =>
        NewMap(items.Select(item => KeyValuePair.Create<object, object?>(item.Key, item.Value)));

    /// <summary>A java.util.HashMap.</summary>
    public JvmObjectReference NewMap(IEnumerable<KeyValuePair<object, object?>> items)
    {
        JvmObjectReference map = CallConstructor("java.util.HashMap");
        foreach ((object key, object? value) in items)
        {
            (Call(map, "put", key, value) as JvmObjectReference)?.Dispose();
        }

        return map;
    }

    /// <summary>A Scala Seq, for methods with repeated parameters.</summary>
    public JvmObjectReference ToSeq(IEnumerable<object?> items)
    {
        using JvmObjectReference list = NewList(items);
        return (JvmObjectReference)CallStatic("org.apache.spark.api.python.PythonUtils", "toSeq", list)!;
    }

    /// <summary>A java.util.List of the parts of one text: many strings in a constant number of calls.</summary>
    internal JvmObjectReference SplitToList(string text, string separatorPattern)
    {
        using JvmObjectReference pattern = (JvmObjectReference)CallStatic("java.util.regex.Pattern", "compile", separatorPattern)!;
        using JvmObjectReference parts = (JvmObjectReference)Call(pattern, "splitAsStream", text)!;
        using JvmObjectReference collector = (JvmObjectReference)CallStatic("java.util.stream.Collectors", "toList")!;
        return (JvmObjectReference)Call(parts, "collect", collector)!;
    }

    private object? ToManaged(object? result)
    {
        if (result is not JvmObjectReference { Kind: 't' } array)
        {
            return result;
        }

        using (array)
        {
            using JvmObjectReference arrayClass = (JvmObjectReference)Call(array, "getClass")!;
            object?[] items = ArrayToManaged(array);
            return (string)Call(arrayClass, "getName")! switch
            {
                "[Ljava.lang.String;" => items.Cast<string?>().ToArray(),
                "[I" or "[S" => items.Cast<int>().ToArray(),
                "[J" => items.Cast<long>().ToArray(),
                "[D" or "[F" => items.Cast<double>().ToArray(),
                "[Z" => items.Cast<bool>().ToArray(),
                "[[B" => items.Cast<byte[]?>().ToArray(),
                "[[D" => items.Select(ToManaged).Cast<double[]?>().ToArray(),
                _ when items.All(item => item is JvmObjectReference or null) => items.Cast<JvmObjectReference?>().ToArray(),
                _ => items,
            };
        }
    }
}
