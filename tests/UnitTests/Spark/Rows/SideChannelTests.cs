using System.Net;
using System.Net.Sockets;
using Microsoft.Spark;
using Microsoft.Spark.Rows;

namespace UnitTests.Spark.Rows;

public sealed class SideChannelTests
{
    [Fact]
    public async Task The_secret_goes_first_and_the_data_follows_the_ok()
    {
        using TcpListener listener = Listen(out int port);
        Task<string> secret = Task.Run(() =>
        {
            using Stream stream = listener.AcceptTcpClient().GetStream();
            string text = SideChannel.ReadText(stream);
            stream.Write([0, 0, 0, 2, (byte)'o', (byte)'k', 0, 0, 0, 42]);
            return text;
        }, TestContext.Current.CancellationToken);

        using Stream channel = SideChannel.Open(port, "sécret");

        Assert.Equal(42, SideChannel.ReadInt32(channel));
        Assert.Equal("sécret", await secret);
    }

    [Fact]
    public void A_refusal_is_told_in_Sparks_words()
    {
        using TcpListener listener = Listen(out int port);
        _ = Task.Run(() =>
        {
            using Stream stream = listener.AcceptTcpClient().GetStream();
            SideChannel.ReadText(stream);
            stream.Write([0, 0, 0, 3, (byte)'e', (byte)'r', (byte)'r']);
        }, TestContext.Current.CancellationToken);

        GatewayException e = Assert.Throws<GatewayException>(() => SideChannel.Open(port, "x"));

        Assert.Contains("err", e.Message);
    }

    [Fact]
    public void Nobody_there_is_a_connection_error()
    {
        int port;
        using (TcpListener closed = Listen(out port))
        {
        }

        Assert.Throws<GatewayConnectionException>(() => SideChannel.Open(port, "x"));
    }

    private static TcpListener Listen(out int port)
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }
}
