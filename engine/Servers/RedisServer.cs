using SpecialDelivery.Engine.Machine;
using SpecialDelivery.Engine.Probes;
using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Engine.Servers;

/// <summary>Debian's Redis, set so that an acknowledged claim survives a crash.</summary>
internal sealed class RedisServer(ServerContext context) : IServer
{
    private readonly ServerAddress _address = context.Settings.Redis ?? new ServerAddress(ServerAddress.Loopback, context.Settings.RedisPort);

    public ServerSet Kind => ServerSet.Redis;

    public string Name => "redis";

    public string Address => _address.ToString();

    public string? AddressVariable => EngineVariables.Redis;

    public bool IsElsewhere => context.Settings.Redis is not null;

    public IReadOnlyList<Port> Ports => [new(context.Settings.RedisPort, EngineVariables.RedisPort)];

    public Task<ServerCommand> PrepareAsync(CancellationToken cancel)
    {
        FileInfo program = PathProgram.Find("redis-server") ?? throw new EngineException($"redis-server is not installed: {SystemPackages.Cure}.");
        DirectoryInfo data = context.DataOf(Name);
        string[] arguments =
        [
            "--port", $"{_address.Port}",
            "--bind", ServerAddress.Loopback,
            "--dir", data.FullName,
            "--appendonly", "yes",
            "--appendfsync", "always", // an answer means on disk: claims are money
            "--save", "", // the append-only file is the persistence; a fork for snapshots would only cost
            "--maxmemory-policy", "noeviction", // full is an error that stops claims, never a forgotten claim
            "--daemonize", "no",
        ];
        return Task.FromResult(new ServerCommand(Name, program.FullName, arguments, data, context.Folders.LogOf(Name))
        {
            StartsWithin = TimeSpan.FromMinutes(5), // a long append-only file is read first
            StopsWithin = TimeSpan.FromSeconds(10),
            RemoveWhenOrphaned = context.Temporary,
        });
    }

    public Task ProbeAsync(CancellationToken cancel) => RedisProbe.AskAsync(_address, cancel);
}
