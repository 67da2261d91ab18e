using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Machine;

namespace IntegrationTests.Engine;

/// <summary>A home of its own with free ports, which shares the unpacked parts with the clone's.</summary>
public sealed class TemporaryHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("special-delivery-test-");

    /// <summary>Makes one.</summary>
    /// <param name="isClosed">Whether other users are kept out, as they are of root's home.</param>
    public TemporaryHome(bool isClosed = false)
    {
        DirectoryInfo parts = EngineSettings.From(Environment.GetEnvironmentVariable, RepositoryRoot.Find()).Home.CreateSubdirectory("engine");
        DirectoryInfo home = _folder.CreateSubdirectory("home");
        Directory.CreateSymbolicLink(Path.Combine(home.FullName, "engine"), parts.FullName);
        File.SetUnixFileMode(_folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | (isClosed ? UnixFileMode.None : UnixFileMode.OtherExecute));
        IReadOnlyList<int> ports = LoopbackPorts.Free(5);
        Settings = new EngineSettings
        {
            Home = home,
            RedisPort = ports[0],
            KafkaPort = ports[1],
            KafkaControllerPort = ports[2],
            ElasticsearchPort = ports[3],
            ElasticsearchTransportPort = ports[4],
            ElasticsearchHeapMegabytes = 512,
        };
    }

    /// <summary>Settings that use it.</summary>
    public EngineSettings Settings { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
