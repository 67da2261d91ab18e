#nullable disable
namespace Microsoft.Spark.Sql.Streaming;

/// <summary>Why a streaming query ended.</summary>
public class StreamingQueryException : JvmException
{
    private const string JavaName = "org.apache.spark.sql.streaming.StreamingQueryException";

    /// <summary>Creates an exception that carries text only.</summary>
    public StreamingQueryException(string message)
        : base(message)
    {
    }

    private StreamingQueryException(JvmException origin)
        : base(origin.Message, origin)
    {
    }

    // Runs a call that fails as the query did, and gives that failure its published type.
    internal static void Surface(Action call)
    {
        try
        {
            call();
        }
        catch (JvmCallException failure) when (failure.Thrown.JavaClass == JavaName)
        {
            throw new JvmCallException(failure.Message, new StreamingQueryException(failure.Thrown));
        }
    }
}
