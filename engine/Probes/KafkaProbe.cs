using System.Buffers.Binary;
using System.Net.Sockets;

namespace SpecialDelivery.Engine.Probes;

/// <summary>Asks a broker for its cluster's metadata, as every client does first.</summary>
/// <remarks>An open port is not enough: a broker accepts connections before it serves them.</remarks>
internal static class KafkaProbe
{
    private const int CorrelationId = 1;

    // Metadata (key 3) version 9: header with correlation id, null client id and no tags; no topics by name, create none, no authorized operations, no tags.
    private static readonly byte[] Request = [0, 0, 0, 16, 0, 3, 0, 9, 0, 0, 0, CorrelationId, 0xff, 0xff, 0, 1, 0, 0, 0, 0];

    /// <summary>Returns when the answer names a broker.</summary>
    /// <exception cref="IOException">No answer, or one without a broker.</exception>
    /// <exception cref="SocketException">Nobody listens.</exception>
    public static async Task AskAsync(ServerAddress address, CancellationToken cancel)
    {
        using TcpClient client = new();
        await client.ConnectAsync(address.Host, address.Port, cancel).ConfigureAwait(false);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Request, cancel).ConfigureAwait(false);

        // Size, correlation id, tags, throttle time, then the number of brokers plus one.
        byte[] answer = new byte[14];
        await stream.ReadExactlyAsync(answer, cancel).ConfigureAwait(false);
        if (BinaryPrimitives.ReadInt32BigEndian(answer.AsSpan(4)) != CorrelationId || answer[13] < 2)
        {
            throw new IOException($"the server at {address} answered, but not as a Kafka broker that knows its cluster");
        }
    }
}
