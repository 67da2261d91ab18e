using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Microsoft.Spark.Rows;

/// <summary>The socket Spark opens for bulk data beside the gateway. Numbers on it are big endian.</summary>
internal static class SideChannel
{
    private const int BufferSize = 1 << 16;

    /// <summary>Connects and presents the secret.</summary>
    /// <exception cref="GatewayException">Spark refuses the secret.</exception>
    /// <exception cref="GatewayConnectionException">Nobody listens: Spark waits 15 seconds for one connection.</exception>
    public static Stream Open(int port, string secret)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            BufferedStream stream = new(new NetworkStream(socket, ownsSocket: true), BufferSize);
            WriteText(stream, secret);
            stream.Flush();
            string answer = ReadText(stream);
            return answer == "ok"
                ? stream
                : throw new GatewayException($"Spark refused the secret of its data socket 127.0.0.1:{port}: {answer}");
        }
        catch (Exception e)
        {
            socket.Dispose();
            throw e is GatewayException
                ? e
                : new GatewayConnectionException($"Spark does not serve its data socket 127.0.0.1:{port}: {e.Message}", e);
        }
    }

    public static void WriteInt32(Stream stream, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        stream.Write(bytes);
    }

    public static int ReadInt32(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        stream.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32BigEndian(bytes);
    }

    /// <summary>A text with its length in front.</summary>
    public static void WriteText(Stream stream, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        WriteInt32(stream, bytes.Length);
        stream.Write(bytes);
    }

    /// <inheritdoc cref="WriteText"/>
    public static string ReadText(Stream stream)
    {
        byte[] bytes = new byte[ReadInt32(stream)];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
