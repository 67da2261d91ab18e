using Microsoft.Spark;
using Microsoft.Spark.Interop.Launch;

namespace UnitTests.Spark.Interop;

public sealed class ConnectionInfoTests
{
    [Fact]
    public void Port_and_secret_are_read_in_Sparks_order() =>
        Assert.Equal(new ConnectionInfo(0x1234, "ab"), ConnectionInfo.Parse([0, 0, 0x12, 0x34, 0, 0, 0, 2, (byte)'a', (byte)'b']));

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 0, 0x12, 0x34 })]
    [InlineData(new byte[] { 0, 0, 0x12, 0x34, 0, 0, 0, 2, 65 })]
    public void Bytes_that_end_early_are_refused(byte[] bytes) => Assert.Throws<GatewayException>(() => ConnectionInfo.Parse(bytes));
}
