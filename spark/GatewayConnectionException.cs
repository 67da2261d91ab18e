namespace Microsoft.Spark;

/// <summary>The JVM cannot be reached any more. Every later call fails the same way: the driver has to start again.</summary>
public sealed class GatewayConnectionException : GatewayException
{
    internal GatewayConnectionException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
