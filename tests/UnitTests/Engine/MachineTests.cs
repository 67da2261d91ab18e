using System.Net;
using System.Net.Sockets;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Machine;
using SpecialDelivery.Engine.Processes;
using SpecialDelivery.Engine.Servers;

namespace UnitTests.Engine;

public sealed class MachineTests
{
    [Theory]
    [InlineData("17.0.15", 17)]
    [InlineData("21", 21)]
    [InlineData("1.8.0_442", 8)]
    [InlineData("25-ea", 25)]
    [InlineData("nonsense", 0)]
    public void The_release_number_of_a_Java_version_is_found(string version, int major) => Assert.Equal(major, JavaHome.MajorOf(version));

    [Fact]
    public void A_process_is_itself_and_nobody_else()
    {
        ProcessIdentity self = ProcessIdentity.Of(Environment.ProcessId)!;

        Assert.True(self.IsAlive);
        Assert.False((self with { StartTicks = self.StartTicks - 1 }).IsAlive); // the same number, given to another process
        Assert.False((self with { Boot = "another run of the machine" }).IsAlive);
        Assert.Null(ProcessIdentity.Of(int.MaxValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_signal_never_goes_to_every_process(int leader) => Assert.Throws<ArgumentOutOfRangeException>(() => Signal.KillGroup(leader));

    [Fact]
    public void A_taken_port_is_refused_with_its_owner_and_both_ways_out()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        string refusal = new Port(port, EngineVariables.RedisPort).WhyNot("redis", EngineVariables.Redis)!;

        Assert.Contains($"Port {port}, which redis needs", refusal, StringComparison.Ordinal);
        Assert.Contains($"(pid {Environment.ProcessId})", refusal, StringComparison.Ordinal);
        Assert.Contains("SD_REDIS_PORT", refusal, StringComparison.Ordinal);
        Assert.Contains("SD_REDIS to use", refusal, StringComparison.Ordinal);
        listener.Stop();
        Assert.Null(new Port(port, EngineVariables.RedisPort).WhyNot("redis", EngineVariables.Redis));
    }

    [Fact]
    public void Free_ports_are_free_and_different()
    {
        IReadOnlyList<int> ports = LoopbackPorts.Free(20);

        Assert.Equal(20, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 1024, 65535));
    }

    [Fact]
    public async Task A_lock_lets_one_through_at_a_time()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("special-delivery-test-");
        try
        {
            FileInfo file = new(Path.Combine(folder.FullName, "lock"));
            bool waited = false;
            FileLock first = await FileLock.TakeAsync(file, () => { }, TestContext.Current.CancellationToken);
            Task<FileLock> second = FileLock.TakeAsync(file, () => waited = true, TestContext.Current.CancellationToken);

            Assert.True(waited);
            Assert.False(second.IsCompleted);
            first.Dispose();
            (await second).Dispose();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
