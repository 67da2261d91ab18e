namespace Microsoft.Spark;

/// <summary>Spark's gateway refused a command (no such class or method, wrong token) or could not be started.</summary>
public class GatewayException : Exception
{
    internal GatewayException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
