using System.Globalization;
using Microsoft.Spark.Calls;
using Microsoft.Spark.Interop;
using Microsoft.Spark.Interop.Ipc;

namespace UnitTests.Spark;

/// <summary>A bridge without a JVM: writes down every call and answers objects with new names, values as told.</summary>
internal sealed class FakeJvmBridge : IJvmBridge
{
    private int _objects;

    public List<string> Calls { get; } = [];

    /// <summary>What methods return that return a value rather than an object.</summary>
    public Dictionary<string, object?> Answers { get; } = [];

    public string LastCall => Calls[^1];

    /// <summary>A new fake that static members of the binding use too.</summary>
    public static FakeJvmBridge Install()
    {
        FakeJvmBridge bridge = new();
        SparkEnvironment.JvmBridge = bridge;
        return bridge;
    }

    public JvmObjectReference NewObject(string name) => new(this, name);

    public JvmObjectReference CallConstructor(string className, object? arg0) => CallConstructor(className, [arg0]);

    public JvmObjectReference CallConstructor(string className, object? arg0, object? arg1) => CallConstructor(className, [arg0, arg1]);

    public JvmObjectReference CallConstructor(string className, params object?[] args) =>
        (JvmObjectReference)Record($"new {Short(className)}", "new", args)!;

    public object? CallStaticJavaMethod(string className, string methodName, object? arg0) =>
        CallStaticJavaMethod(className, methodName, [arg0]);

    public object? CallStaticJavaMethod(string className, string methodName, object? arg0, object? arg1) =>
        CallStaticJavaMethod(className, methodName, [arg0, arg1]);

    public object? CallStaticJavaMethod(string className, string methodName, params object?[] args) =>
        Record($"{Short(className)}.{methodName}", methodName, args);

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0) =>
        CallNonStaticJavaMethod(jvmObject, methodName, [arg0]);

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0, object? arg1) =>
        CallNonStaticJavaMethod(jvmObject, methodName, [arg0, arg1]);

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, params object?[] args) =>
        Record($"{jvmObject.Id}.{methodName}", methodName, args);

    public void Dispose()
    {
    }

    private static string Short(string className) => className[(className.LastIndexOf('.') + 1)..];

    private static string Show(object? arg) => arg switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        IJvmObjectReferenceProvider provider => provider.Reference.Id,
        JavaArray array => $"{Short(array.ComponentClass)}[{string.Join(", ", array.Items.Select(Show))}]",
        ScalaSeq seq => $"Seq({string.Join(", ", seq.Items.Select(Show))})",
        IDictionary<string, string> map => $"{{{string.Join(", ", map.Select(entry => $"{entry.Key}: {entry.Value}"))}}}",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => arg.ToString()!,
    };

    private object? Record(string call, string methodName, object?[] args)
    {
        Calls.Add($"{call}({string.Join(", ", args.Select(Show))})");
        return Answers.TryGetValue(methodName, out object? answer) ? answer : NewObject($"o{++_objects}");
    }
}
