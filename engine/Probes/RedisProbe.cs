using System.Net.Sockets;
using System.Text;

namespace SpecialDelivery.Engine.Probes;

/// <summary>Asks Redis whether it serves commands: one that still loads its file does not.</summary>
internal static class RedisProbe
{
    /// <summary>Returns when Redis says PONG, or asks for a password, which only a serving one does.</summary>
    /// <exception cref="IOException">Another answer, or none.</exception>
    /// <exception cref="SocketException">Nobody listens.</exception>
    public static async Task AskAsync(ServerAddress address, CancellationToken cancel)
    {
        using TcpClient client = new();
        await client.ConnectAsync(address.Host, address.Port, cancel).ConfigureAwait(false);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync("PING\r\n"u8.ToArray(), cancel).ConfigureAwait(false);
        using StreamReader reader = new(stream, Encoding.ASCII);
        string? answer = await reader.ReadLineAsync(cancel).ConfigureAwait(false);
        if (answer != "+PONG" && answer?.StartsWith("-NOAUTH", StringComparison.Ordinal) != true)
        {
            throw new IOException($"the server at {address} answered PING with '{answer}'");
        }
    }
}
