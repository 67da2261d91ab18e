namespace Microsoft.Spark.Interop.Ipc;

/// <summary>Calls into the Java virtual machine that runs the Spark driver.</summary>
/// <remarks>
/// Arguments: null, string, char, bool, byte to long, float, double, decimal, byte[], references and their providers, arrays and
/// enumerables of string, int[], long[], double[], bool[] (as Java arrays) and dictionaries (as java.util.HashMap). Overloads are
/// chosen by exact type: an int is never widened to a Java double, nor a long narrowed to an int.
/// Results: null, string, int, long, double, bool, decimal, byte[]; String[], int[], long[], double[], boolean[] as managed arrays,
/// other object arrays as <see cref="JvmObjectReference"/>[]; anything else as a <see cref="JvmObjectReference"/>.
/// A Java exception arrives as a <see cref="JvmCallException"/> whose inner exception is a <see cref="JvmException"/>.
/// </remarks>
public interface IJvmBridge : IDisposable
{
    /// <summary>Makes a Java object.</summary>
    JvmObjectReference CallConstructor(string className, object? arg0);

    /// <summary>Makes a Java object.</summary>
    JvmObjectReference CallConstructor(string className, object? arg0, object? arg1);

    /// <summary>Makes a Java object.</summary>
    JvmObjectReference CallConstructor(string className, params object?[] args);

    /// <summary>Calls a static Java method.</summary>
    object? CallStaticJavaMethod(string className, string methodName, object? arg0);

    /// <summary>Calls a static Java method.</summary>
    object? CallStaticJavaMethod(string className, string methodName, object? arg0, object? arg1);

    /// <summary>Calls a static Java method.</summary>
    object? CallStaticJavaMethod(string className, string methodName, params object?[] args);

    /// <summary>Calls a method of a Java object.</summary>
    object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0);

    /// <summary>Calls a method of a Java object.</summary>
    object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, object? arg0, object? arg1);

    /// <summary>Calls a method of a Java object.</summary>
    object? CallNonStaticJavaMethod(JvmObjectReference jvmObject, string methodName, params object?[] args);
}
