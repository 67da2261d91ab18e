namespace Microsoft.Spark.Interop.Ipc;

/// <summary>A C# object that Java calls through one or more Java interfaces.</summary>
internal interface IJvmCallback
{
    /// <summary>Runs one call. References among the arguments are released when it returns; an exception is thrown in Java.</summary>
    object? Invoke(string method, object?[] args);
}
