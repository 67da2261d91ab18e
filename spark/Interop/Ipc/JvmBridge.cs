namespace Microsoft.Spark.Interop.Ipc;

/// <summary>The bridge over Spark's own gateway. Safe for use by many threads at once.</summary>
internal sealed class JvmBridge : IJvmBridge
{
    public JvmObjectReference CallConstructor(string className, object? arg0) => CallConstructor(className, [arg0]);

    public JvmObjectReference CallConstructor(string className, object? arg0, object? arg1) => CallConstructor(className, [arg0, arg1]);

    public JvmObjectReference CallConstructor(string className, params object?[] args) => throw new NotImplementedException();

    public object? CallStaticJavaMethod(string className, string methodName, object? arg0) => CallStaticJavaMethod(className, methodName, [arg0]);

    public object? CallStaticJavaMethod(string className, string methodName, object? arg0, object? arg1) =>
        CallStaticJavaMethod(className, methodName, [arg0, arg1]);

    public object? CallStaticJavaMethod(string className, string methodName, params object?[] args) => throw new NotImplementedException();

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0) =>
        CallNonStaticJavaMethod(jvmObject, methodName, [arg0]);

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0, object? arg1) =>
        CallNonStaticJavaMethod(jvmObject, methodName, [arg0, arg1]);

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, params object?[] args) =>
        throw new NotImplementedException();

    /// <summary>A Java array of exactly this component class (py4j accepts an array only for the exact parameter type).</summary>
    public JvmObjectReference NewArray(string componentClass, IReadOnlyList<object?> items) => throw new NotImplementedException();

    /// <summary>The elements of a Java array kept as a reference (public calls already return arrays as managed ones).</summary>
    public object?[] ArrayToManaged(JvmObjectReference array) => throw new NotImplementedException();

    /// <summary>A java.util.ArrayList.</summary>
    public JvmObjectReference NewList(IEnumerable<object?> items) => throw new NotImplementedException();

    /// <summary>A java.util.HashMap.</summary>
    public JvmObjectReference NewMap(IEnumerable<KeyValuePair<string, string>> items) => throw new NotImplementedException();

    /// <summary>A Scala Seq, for methods with repeated parameters.</summary>
    public JvmObjectReference ToSeq(IEnumerable<object?> items) => throw new NotImplementedException();

    /// <summary>A static field; MODULE$ of class X$ is the Scala object X.</summary>
    public object? GetStaticField(string className, string field) => throw new NotImplementedException();

    /// <summary>Registers a C# object that Java can call through the interfaces.</summary>
    public JvmProxy CreateProxy(IJvmCallback target, params string[] interfaces) => throw new NotImplementedException();

    /// <summary>Until disposed, all calls of this .NET thread run on one JVM thread (job groups and the active session live there).</summary>
    public IDisposable PinThread() => throw new NotImplementedException();

    /// <summary>How many Java objects the JVM keeps alive for this process.</summary>
    public int BindingCount() => throw new NotImplementedException();

    public void Dispose()
    {
    }

    internal void Release(string id) => throw new NotImplementedException(id + BindingCount());
}
