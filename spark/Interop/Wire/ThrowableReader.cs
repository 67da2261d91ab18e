using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>Reads what there is to know about a Java exception, over the connection it was thrown on.</summary>
internal static class ThrowableReader
{
    private const int LongestChain = 16;

    public static JvmException Read(GatewayConnection connection, JvmObjectReference throwable)
    {
        string javaClass = ClassName(connection, throwable);
        string? message = Text(connection, throwable, "getMessage");
        string trace = (string)connection.Execute(CommandWriter.Begin().Line("p").Argument(throwable).End())!;
        return new JvmException(javaClass, message, trace, Causes(connection, throwable), throwable);
    }

    private static List<JavaCause> Causes(GatewayConnection connection, JvmObjectReference throwable)
    {
        List<JavaCause> causes = [];
        JvmObjectReference? cause = Call(connection, throwable, "getCause") as JvmObjectReference;
        while (cause is not null && causes.Count < LongestChain)
        {
            causes.Add(new JavaCause(ClassName(connection, cause), Text(connection, cause, "getMessage")));
            JvmObjectReference? next = Call(connection, cause, "getCause") as JvmObjectReference;
            cause.Dispose();
            cause = next;
        }

        cause?.Dispose();
        return causes;
    }

    private static string ClassName(GatewayConnection connection, JvmObjectReference instance)
    {
        using JvmObjectReference javaClass = (JvmObjectReference)Call(connection, instance, "getClass")!;
        return Text(connection, javaClass, "getName")!;
    }

    private static string? Text(GatewayConnection connection, JvmObjectReference instance, string method) =>
        (string?)Call(connection, instance, method);

    private static object? Call(GatewayConnection connection, JvmObjectReference instance, string method) =>
        connection.Execute(CommandWriter.Begin().Line("c").Line(instance.Id).Line(method).End());
}
