using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>Turns what a callback threw into the Throwable Java receives.</summary>
internal static class ThrowableWriter
{
    /// <summary>
    /// A Java exception goes back as the very object it was, so that Spark knows its own InterruptedException again when a query
    /// is stopped. Anything else becomes a RuntimeException with the C# text, caused by the Java exception inside it, if any.
    /// </summary>
    public static JvmObjectReference ToJava(JvmBridge bridge, Exception thrown)
    {
        JvmObjectReference? inner = JavaThrowable(thrown);
        return thrown switch
        {
            JvmException or JvmCallException when inner is not null => inner,
            _ when inner is not null => bridge.CallConstructor("java.lang.RuntimeException", Describe(thrown), inner),
            _ => bridge.CallConstructor("java.lang.RuntimeException", Describe(thrown)),
        };
    }

    private static JvmObjectReference? JavaThrowable(Exception? thrown)
    {
        for (; thrown is not null; thrown = thrown.InnerException)
        {
            if (thrown is JvmException { Throwable: { } throwable })
            {
                return throwable;
            }
        }

        return null;
    }

    private static string Describe(Exception thrown) => string.Concat(thrown.ToString().EnumerateRunes());
}
