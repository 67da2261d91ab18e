using System.Net;
using System.Net.Sockets;
using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>Accepts the JVM's callbacks on loopback. A socket between two callbacks costs no thread: the JVM keeps one for each thread that ever called.</summary>
internal sealed class CallbackListener : IDisposable
{
    private readonly JvmBridge _bridge;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _closing = new();
    private int _connections;

    public CallbackListener(JvmBridge bridge)
    {
        _bridge = bridge;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        using (ExecutionContext.SuppressFlow()) // callbacks belong to no caller of this constructor
        {
            _ = AcceptAsync();
        }
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Open sockets, busy or idle.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptAsync(_closing.Token).ConfigureAwait(false));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            _listener.Dispose(); // if it was not Dispose but the system: callers in Java then fail, where they would wait for ever
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref _connections);
        try
        {
            using GatewayConnection connection = new(_bridge, new LineSocket(socket));
            while (await connection.WaitAsync(_closing.Token).ConfigureAwait(false) is { } first)
            {
                if (first == 'c')
                {
                    // A thread of its own: the callback may block for long, and its nested calls are routed by thread.
                    await Task.Factory.StartNew(connection.ServeNext, _closing.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
                }
                else
                {
                    connection.ServeNext();
                }
            }
        }
        catch (Exception e) when (e is GatewayException or OperationCanceledException)
        {
            // The socket is closed, and the Java caller, if there is one, fails with Py4JNetworkException.
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    }
}
