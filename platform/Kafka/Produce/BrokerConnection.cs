using System.Buffers.Binary;
using System.Net.Sockets;

namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>A connection to one broker: requests go out in order, answers come back in the same order. Blocking; one thread.</summary>
internal sealed class BrokerConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _answer = new byte[4096];

    /// <summary>Connects.</summary>
    /// <param name="host">Name or address.</param>
    /// <param name="port">Port.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public BrokerConnection(string host, int port)
    {
        _socket.SendTimeout = _socket.ReceiveTimeout = (int)Patience.TotalMilliseconds;
        _socket.SendBufferSize = 1 << 20;
        try
        {
            _socket.Connect(host, port);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether an answer has begun to arrive.</summary>
    public bool HasAnswer => _socket.Available > 0;

    /// <summary>Sends bytes.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[_socket.Send(bytes)..];
        }
    }

    /// <summary>Waits for the next answer.</summary>
    /// <returns>It, without its size; good until the next one.</returns>
    /// <exception cref="SocketException">The broker went away, or said nothing for half a minute.</exception>
    public ReadOnlySpan<byte> Receive()
    {
        Fill(_answer.AsSpan(0, sizeof(int)));
        int size = BinaryPrimitives.ReadInt32BigEndian(_answer);
        if (size > _answer.Length)
        {
            _answer = new byte[size];
        }

        Fill(_answer.AsSpan(0, size));
        return _answer.AsSpan(0, size);
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private void Fill(Span<byte> to)
    {
        while (!to.IsEmpty)
        {
            int got = _socket.Receive(to);
            to = got > 0 ? to[got..] : throw new SocketException((int)SocketError.ConnectionReset);
        }
    }
}
