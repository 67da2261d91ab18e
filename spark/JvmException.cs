#nullable disable
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark;

/// <summary>What the JVM threw: always the <see cref="Exception.InnerException"/> of the exception a failed call raises.</summary>
public class JvmException : Exception
{
    /// <summary>Creates an exception that carries text only.</summary>
    public JvmException(string message)
        : base(message)
    {
    }

    internal JvmException(
        string javaClass, string javaMessage, string javaStackTrace, IReadOnlyList<JavaCause> causes, JvmObjectReference throwable)
        : base(javaStackTrace)
    {
        JavaClass = javaClass;
        JavaMessage = javaMessage;
        JavaStackTrace = javaStackTrace;
        Causes = causes;
        Throwable = throwable;
    }

    // A copy under another public type, for exceptions the published surface names.
    private protected JvmException(string message, JvmException origin)
        : base(message)
    {
        JavaClass = origin.JavaClass;
        JavaMessage = origin.JavaMessage;
        JavaStackTrace = origin.JavaStackTrace;
        Causes = origin.Causes;
        Throwable = origin.Throwable;
    }

    /// <summary>Name of the Java class thrown, or empty when only text is known.</summary>
    public string JavaClass { get; } = "";

    /// <summary>The Java message; null where Java has none (InterruptedException, for one).</summary>
    public string JavaMessage { get; }

    /// <summary>The whole Java stack trace, causes included; empty when only text is known.</summary>
    public string JavaStackTrace { get; } = "";

    /// <summary>Causes, outermost first, without the exception itself.</summary>
    public IReadOnlyList<JavaCause> Causes { get; } = [];

    // Kept so that a callback can hand the same object back to the JVM instead of a copy of its text.
    internal JvmObjectReference Throwable { get; }
}
