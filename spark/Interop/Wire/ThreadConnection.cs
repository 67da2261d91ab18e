using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>The connection that all calls of the current .NET thread go over: a callback's own, or a pinned one.</summary>
/// <remarks>
/// Bound to the thread, not to the asynchronous flow: a socket carries one command at a time, so work that a callback hands to
/// other threads must not follow it there.
/// </remarks>
internal sealed class ThreadConnection : IDisposable
{
    [ThreadStatic]
    private static ThreadConnection? _innermost;

    private readonly GatewayConnection _connection;
    private readonly ThreadConnection? _outer = _innermost;
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly Action<GatewayConnection>? _leave;
    private volatile bool _left;

    private ThreadConnection(GatewayConnection connection, Action<GatewayConnection>? leave)
    {
        _connection = connection;
        _leave = leave;
        _innermost = this;
    }

    /// <summary>Sends this thread's calls over the connection until the result is disposed, on the same thread.</summary>
    public static ThreadConnection Enter(GatewayConnection connection, Action<GatewayConnection>? leave = null) => new(connection, leave);

    /// <summary>The connection of this thread to that bridge, if it has one.</summary>
    public static GatewayConnection? Of(JvmBridge bridge)
    {
        while (_innermost is { _left: true } ended)
        {
            _innermost = ended._outer;
        }

        return _innermost is { } current && ReferenceEquals(current._connection.Bridge, bridge) ? current._connection : null;
    }

    /// <exception cref="InvalidOperationException">Called on another thread than the one that entered.</exception>
    public void Dispose()
    {
        if (_left)
        {
            return;
        }

        _left = true;
        if (_thread != Thread.CurrentThread)
        {
            _connection.Dispose(); // the other thread may be using it this moment
            throw new InvalidOperationException("A pinned thread must be released on the thread that was pinned: do not await inside the block.");
        }

        _innermost = _outer;
        _leave?.Invoke(_connection);
    }
}
