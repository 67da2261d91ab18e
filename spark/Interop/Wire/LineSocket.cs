using System.Net;
using System.Net.Sockets;

namespace Microsoft.Spark.Interop.Wire;

/// <summary>A loopback socket read line by line through a growing buffer.</summary>
internal sealed class LineSocket : IDisposable
{
    private const int InitialSize = 8192;

    private readonly Socket _socket;
    private byte[] _buffer = new byte[InitialSize];
    private int _start;
    private int _end;

    public LineSocket(Socket socket)
    {
        _socket = socket;
        _socket.NoDelay = true;
    }

    /// <exception cref="GatewayConnectionException">Nobody listens there.</exception>
    public static LineSocket Connect(int port)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return new LineSocket(socket);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new GatewayConnectionException($"The JVM does not answer on 127.0.0.1:{port} ({e.Message}). It has ended; start the program again.", e);
        }
    }

    /// <summary>True once an exchange failed or the other end is gone: the socket is of no further use.</summary>
    public bool Broken { get; private set; }

    /// <summary>True when the other end closed an idle socket.</summary>
    public bool ClosedWhileIdle => _start == _end && _socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Sends all bytes.</summary>
    /// <exception cref="GatewayConnectionException">Not all were sent, so the JVM has no complete command and ran nothing.</exception>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[_socket.Send(bytes)..];
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw Lost(e);
        }
    }

    /// <summary>The next line without its end; valid until the next read.</summary>
    /// <exception cref="GatewayConnectionException">The other end is gone.</exception>
    public ReadOnlySpan<byte> ReadLine()
    {
        int scanned = 0;
        while (true)
        {
            int at = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                ReadOnlySpan<byte> line = _buffer.AsSpan(_start, scanned + at);
                _start += scanned + at + 1;
                return line;
            }

            scanned = _end - _start;
            MakeRoom();
            try
            {
                Received(_socket.Receive(_buffer.AsSpan(_end)));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                throw Lost(e);
            }
        }
    }

    /// <summary>Waits, without a thread, until something can be read; returns its first byte, or null at the end of the stream.</summary>
    public async ValueTask<byte?> WaitAsync(CancellationToken cancel)
    {
        if (_start == _end)
        {
            try
            {
                MakeRoom();
                Received(await _socket.ReceiveAsync(_buffer.AsMemory(_end), cancel).ConfigureAwait(false));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException or GatewayConnectionException)
            {
                Broken = true;
                return null;
            }
        }

        return _buffer[_start];
    }

    public void Dispose()
    {
        Broken = true;
        _socket.Dispose();
    }

    private void Received(int count)
    {
        if (count == 0)
        {
            throw Lost(null);
        }

        _end += count;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        else if (_end == 0 && _buffer.Length > 1 << 20)
        {
            _buffer = new byte[InitialSize]; // one huge line is no reason to keep its buffer
        }
    }

    private GatewayConnectionException Lost(Exception? cause)
    {
        Broken = true;
        return new GatewayConnectionException($"The JVM closed the connection ({cause?.Message ?? "end of stream"}). It has ended; start the program again.", cause);
    }
}
