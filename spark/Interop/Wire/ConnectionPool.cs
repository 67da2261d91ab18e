using Microsoft.Spark.Interop.Ipc;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>Idle connections. One is opened whenever none is free, because a blocking call holds its own for as long as it takes.</summary>
internal sealed class ConnectionPool(JvmBridge bridge, int port, string secret) : IDisposable
{
    private const int MostIdle = 32; // each keeps one thread alive in the JVM

    private readonly Lock _gate = new();
    private readonly Stack<GatewayConnection> _idle = [];
    private bool _closed;

    public GatewayConnection Rent() => Rent(out _);

    /// <summary>Sends the command over a free connection, whose reply is still to be read.</summary>
    /// <remarks>An idle socket that fails to send took no complete command, so the next one may try. A lost reply is never tried again.</remarks>
    public GatewayConnection Send(CommandWriter command)
    {
        while (true)
        {
            GatewayConnection connection = Rent(out bool wasIdle);
            try
            {
                connection.Send(command);
                return connection;
            }
            catch (GatewayConnectionException) when (wasIdle)
            {
                connection.Dispose();
            }
        }
    }

    public void Return(GatewayConnection connection)
    {
        lock (_gate)
        {
            if (connection.IsUsable && !_closed && _idle.Count < MostIdle)
            {
                _idle.Push(connection);
                return;
            }
        }

        connection.Dispose();
    }

    /// <summary>Closes the idle connections; the next calls open new ones.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            while (_idle.TryPop(out GatewayConnection? connection))
            {
                connection.Dispose();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
        }

        Clear();
    }

    private GatewayConnection Rent(out bool wasIdle)
    {
        while (TakeIdle() is { } idle)
        {
            if (!idle.ClosedWhileIdle)
            {
                wasIdle = true;
                return idle;
            }

            idle.Dispose();
        }

        wasIdle = false;
        return GatewayConnection.Open(bridge, port, secret);
    }

    private GatewayConnection? TakeIdle()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, bridge);
            return _idle.TryPop(out GatewayConnection? connection) ? connection : null;
        }
    }
}
