using System.Net.Sockets;
using System.Text;

namespace IntegrationTests.Engine;

/// <summary>One command to Redis without a client library, so that these tests see the server alone.</summary>
internal static class RawRedis
{
    /// <summary>Sends an inline command and returns what came back until the server hung up.</summary>
    public static async Task<string> AskAsync(string address, string command)
    {
        string[] parts = address.Split(':');
        using TcpClient client = new();
        await client.ConnectAsync(parts[0], int.Parse(parts[1]), TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\nQUIT\r\n"), TestContext.Current.CancellationToken);
        using StreamReader reader = new(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
