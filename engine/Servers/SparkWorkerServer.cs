using System.Text.Json;
using SpecialDelivery.Engine.Probes;
using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Engine.Servers;

/// <summary>The one worker of that cluster. It answers when the master counts it among the living.</summary>
internal sealed class SparkWorkerServer(ServerContext context) : IServer
{
    public ServerSet Kind => ServerSet.SparkWorker;

    public string Name => "spark-worker";

    public string Address => $"http://{ServerAddress.Loopback}:{context.Settings.SparkWorkerPagePort}";

    public string? AddressVariable => null;

    public bool IsElsewhere => context.Settings.SparkMaster is not null;

    public IReadOnlyList<Port> Ports => [new(context.Settings.SparkWorkerPagePort, EngineVariables.SparkWorkerPagePort)];

    public async Task<ServerCommand> PrepareAsync(CancellationToken cancel)
    {
        DirectoryInfo home = await SparkHome.EnsureAsync(context.Parts, context.Folders.Parts, context.Progress, cancel).ConfigureAwait(false);
        DirectoryInfo data = context.DataOf(Name);
        EngineSettings settings = context.Settings;
        string[] arguments =
        [
            "org.apache.spark.deploy.worker.Worker", "--host", ServerAddress.Loopback, "--webui-port", $"{settings.SparkWorkerPagePort}",
            "--cores", $"{settings.SparkWorkerCores}", "--memory", $"{settings.SparkWorkerMemoryMegabytes}m", "--work-dir", Path.Combine(data.FullName, "work"),
            $"spark://{ServerAddress.Loopback}:{settings.SparkMasterPort}",
        ];
        return new ServerCommand(Name, Path.Combine(home.FullName, "bin", "spark-class"), arguments, data, context.Folders.LogOf(Name))
        {
            Environment = SparkMasterServer.EnvironmentOf(home),
            RemoveWhenOrphaned = context.Temporary,
        };
    }

    public async Task ProbeAsync(CancellationToken cancel)
    {
        if (IsElsewhere)
        {
            return;
        }

        string state = await HttpProbe.AskAsync(SparkMasterServer.Page(context.Settings), cancel).ConfigureAwait(false);
        using JsonDocument cluster = JsonDocument.Parse(state);
        if (cluster.RootElement.GetProperty("aliveworkers").GetInt32() < 1)
        {
            throw new IOException("the master knows no living worker yet");
        }
    }
}
