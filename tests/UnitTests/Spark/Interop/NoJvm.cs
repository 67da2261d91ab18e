using Microsoft.Spark.Interop.Ipc;

namespace UnitTests.Spark.Interop;

/// <summary>A bridge that leads nowhere.</summary>
internal sealed class NoJvm : IJvmBridge
{
    public JvmObjectReference CallConstructor(string className, object? arg0) => throw new NotSupportedException();

    public JvmObjectReference CallConstructor(string className, object? arg0, object? arg1) => throw new NotSupportedException();

    public JvmObjectReference CallConstructor(string className, params object?[] args) => throw new NotSupportedException();

    public object? CallStaticJavaMethod(string className, string methodName, object? arg0) => throw new NotSupportedException();

    public object? CallStaticJavaMethod(string className, string methodName, object? arg0, object? arg1) => throw new NotSupportedException();

    public object? CallStaticJavaMethod(string className, string methodName, params object?[] args) => throw new NotSupportedException();

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0) => throw new NotSupportedException();

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0, object? arg1) => throw new NotSupportedException();

    public object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, params object?[] args) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
