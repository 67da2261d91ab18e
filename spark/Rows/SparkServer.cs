using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Rows;

/// <summary>Spark's end of a data socket. A job that fails while the data flows only ends the data early; the failure itself has to be asked for.</summary>
internal sealed class SparkServer(JvmObjectReference server) : IDisposable
{
    /// <summary>Exchanges data, then asks whether the job succeeded.</summary>
    /// <exception cref="JvmCallException">It did not.</exception>
    public T Exchange<T>(int port, string secret, Func<Stream, T> exchange)
    {
        T result = Exchanged(port, secret, exchange);
        (Result() as IDisposable)?.Dispose();
        return result;
    }

    /// <summary>Sends data and returns what Spark made of it.</summary>
    /// <exception cref="JvmCallException">Spark could not read it.</exception>
    public JvmObjectReference Send(int port, string secret, Action<Stream> send)
    {
        Exchanged(port, secret, stream =>
        {
            send(stream);
            stream.Flush();
            return true;
        });
        return (JvmObjectReference)Result()!;
    }

    public void Dispose() => server.Dispose();

    private T Exchanged<T>(int port, string secret, Func<Stream, T> exchange)
    {
        try
        {
            using Stream stream = SideChannel.Open(port, secret);
            return exchange(stream);
        }
        catch (IOException)
        {
            Result(); // says why the data ended early, by throwing
            throw;
        }
    }

    private object? Result()
    {
        try
        {
            return server.Bridge.Call(server, "getResult");
        }
        catch (JvmCallException e) when (e.Thrown is { Causes.Count: > 0, Throwable: { } waited } &&
            e.Thrown.JavaMessage?.StartsWith("Exception thrown in awaitResult", StringComparison.Ordinal) == true)
        {
            JvmException cause = server.Bridge.Describe((JvmObjectReference)waited.Invoke("getCause")!); // the waiting is of no interest
            throw new JvmCallException($"The Spark job failed: {cause.JavaClass}: {cause.JavaMessage}", cause);
        }
    }
}
