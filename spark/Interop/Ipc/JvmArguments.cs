using System.Collections;

namespace Microsoft.Spark.Interop.Ipc;

/// <summary>The arguments of one call, with arrays and collections turned into Java ones that live as long as the call.</summary>
internal readonly ref struct JvmArguments
{
    private readonly object?[] _given;
    private readonly List<JvmObjectReference>? _made;

    public JvmArguments(JvmBridge bridge, object?[] given)
    {
        _given = given;
        Values = given;
        for (int i = 0; i < given.Length; i++)
        {
            if (ToJava(bridge, given[i]) is { } made)
            {
                (_made ??= []).Add(made);
                Values = ReferenceEquals(Values, given) ? [.. given] : Values;
                Values[i] = made;
            }
        }
    }

    public object?[] Values { get; }

    public void Dispose()
    {
        _made?.ForEach(reference => reference.Dispose());
        GC.KeepAlive(_given);
    }

    private static JvmObjectReference? ToJava(JvmBridge bridge, object? value) => value switch
    {
        null or string or byte[] or IJvmObjectReferenceProvider or JvmProxy or ValueType => null,
        int[] items => bridge.NewArray("int", [.. items.Cast<object?>()]),
        long[] items => bridge.NewArray("long", [.. items.Cast<object?>()]),
        double[] items => bridge.NewArray("double", [.. items.Cast<object?>()]),
        bool[] items => bridge.NewArray("boolean", [.. items.Cast<object?>()]),
        IEnumerable<string> items => bridge.NewArray("java.lang.String", [.. items]),
        IDictionary items => bridge.NewMap(Entries(items)),
        IEnumerable items => bridge.NewList(items.Cast<object?>()),
        _ => null, // refused, by its type, where the command is written
    };

    private static IEnumerable<KeyValuePair<object, object?>> Entries(IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            yield return KeyValuePair.Create(entry.Key, entry.Value);
        }
    }
}
