using SpecialDelivery.Engine;

namespace UnitTests.Engine;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:9092", "127.0.0.1", 9092)]
    [InlineData("broker.example:1", "broker.example", 1)]
    [InlineData("localhost:65535", "localhost", 65535)]
    [InlineData("[::1]:6379", "::1", 6379)]
    public void Host_and_port_are_read_and_written_back(string text, string host, int port)
    {
        Assert.True(ServerAddress.TryParse(text, out ServerAddress address));
        Assert.Equal(new ServerAddress(host, port), address);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("broker")]
    [InlineData(":9092")]
    [InlineData("broker:0")]
    [InlineData("broker:65536")]
    [InlineData("broker:-1")]
    [InlineData("broker: 9092")]
    [InlineData("http://broker:9092")]
    [InlineData("a:1,b:2")]
    [InlineData("::1:6379")]
    [InlineData("bad host:1")]
    public void Anything_else_is_refused(string? text) => Assert.False(ServerAddress.TryParse(text, out _));
}
