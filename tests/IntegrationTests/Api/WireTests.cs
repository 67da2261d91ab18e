using System.Net.Sockets;
using System.Text;
using IntegrationTests.Engine;

namespace IntegrationTests.Api;

/// <summary>What only shows on the wire.</summary>
[Collection(nameof(ApiServers))]
public sealed class WireTests(ApiServers servers)
{
    private const string Good = """{"event_type":"a","ts":1}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Content-Type: application/json\r\nContent-Length: 25\r\nX-Long: {LONG}\r\n", Good, "431")]
    [InlineData("{MANY}Content-Length: 25\r\n", Good, "431")]
    [InlineData("Content-Type: application/json\r\nContent-Length: abc\r\n", Good, "400")]
    [InlineData("Content-Type: application/json\r\nContent-Length: 25\r\nContent-Length: 26\r\n", Good, "400")]
    [InlineData("Content-Type: application/json\r\nContent-Length: 2000000\r\n", "", "413")]
    [InlineData("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n", "zz\r\n", "400")]
    [InlineData("Content-Type: application/json\r\nContent-Length: 25\r\nIdempotency-Key: \r\n", Good, "400")]
    [InlineData("Content-Type: application/json\r\nContent-Length: 25\r\nIdempotency-Key: a\r\nIdempotency-Key: b\r\n", Good, "400")]
    [InlineData("Content-Length: 25\r\n", Good, "415")]
    [InlineData("Content-Type: application/json\r\nContent-Length: 25\r\nRange: bytes=0-1\r\nX-Forwarded-For: 1.2.3.4\r\n", Good, "202")]
    public async Task Headers(string headers, string body, string status)
    {
        headers = headers.Replace("{LONG}", new string('x', 100_000), StringComparison.Ordinal)
            .Replace("{MANY}", string.Concat(Enumerable.Range(0, 1_000).Select(i => $"X-{i}: 1\r\n")), StringComparison.Ordinal);

        Assert.StartsWith($"HTTP/1.1 {status} ", await SendAsync($"POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{headers}\r\n{body}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET //events/count HTTP/1.1", "404")]
    [InlineData("GET /x/%2e%2e/events/count?x=1 HTTP/1.1", "400")]
    [InlineData("GET /events/count?event_type=%zz HTTP/1.1", "400")]
    [InlineData("GET /events/count?event_type=%00 HTTP/1.1", "400")]
    [InlineData("GET /events/count%00 HTTP/1.1", "400")]
    [InlineData("TRACE /events/count HTTP/1.1", "405")]
    [InlineData("BREW /events HTTP/1.1", "405")]
    [InlineData("nonsense", "400")]
    public async Task Request_lines(string line, string status) =>
        Assert.StartsWith($"HTTP/1.1 {status} ", await SendAsync($"{line}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task A_body_without_an_end_is_cut_off()
    {
        string chunk = $"{64 << 10:x}\r\n{new string(' ', 64 << 10)}\r\n";
        string endless = string.Concat(Enumerable.Repeat(chunk, 20));

        string answer = await SendAsync($"POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{endless}");

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_trickles_is_given_up()
    {
        using TcpClient client = await ConnectAsync();
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 25\r\n\r\n{"), Cancel);
        byte[] buffer = new byte[1_000];

        int read = await stream.ReadAsync(buffer, Cancel); // the rest never comes: the service answers or hangs up, and does not wait for ever

        Assert.True(read == 0 || Encoding.ASCII.GetString(buffer, 0, read).StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_service_listens_on_loopback_alone() => Assert.True(ListeningSockets.IsOnLoopbackAlone(servers.Url.Port));

    private async Task<TcpClient> ConnectAsync()
    {
        TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", servers.Url.Port, Cancel);
        return client;
    }

    private async Task<string> SendAsync(string request)
    {
        using TcpClient client = await ConnectAsync();
        NetworkStream stream = client.GetStream();
        StringBuilder answer = new();
        byte[] buffer = new byte[4_096];
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancel);
        }
        catch (IOException)
        {
            // The service has hung up before the end: its answer has come all the same.
        }

        try
        {
            int read;
            while (answer.Length < 16 && (read = await stream.ReadAsync(buffer, Cancel)) > 0)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException) when (answer.Length > 0)
        {
            // Reset after the answer.
        }

        return answer.ToString();
    }
}
