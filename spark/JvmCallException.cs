namespace Microsoft.Spark;

/// <summary>A call into the JVM failed; the inner <see cref="JvmException"/> is what Java threw.</summary>
public class JvmCallException : Exception
{
    internal JvmCallException(string message, JvmException thrown)
        : base(message, thrown)
    {
    }

    internal JvmException Thrown => (JvmException)InnerException!;
}
