using SpecialDelivery.Engine.Machine;
using SpecialDelivery.Engine.Probes;
using SpecialDelivery.Engine.Processes;

namespace SpecialDelivery.Engine.Servers;

/// <summary>The master of a Spark standalone cluster.</summary>
internal sealed class SparkMasterServer(ServerContext context) : IServer
{
    public ServerSet Kind => ServerSet.SparkMaster;

    public string Name => "spark-master";

    public string Address => context.Settings.SparkMaster ?? $"spark://{ServerAddress.Loopback}:{context.Settings.SparkMasterPort}";

    public string? AddressVariable => EngineVariables.SparkMaster;

    public bool IsElsewhere => context.Settings.SparkMaster is not null;

    public IReadOnlyList<Port> Ports =>
    [
        new(context.Settings.SparkMasterPort, EngineVariables.SparkMasterPort),
        new(context.Settings.SparkMasterPagePort, EngineVariables.SparkMasterPagePort),
    ];

    /// <summary>The state of the cluster as JSON.</summary>
    public static Uri Page(EngineSettings settings) => new($"http://{ServerAddress.Loopback}:{settings.SparkMasterPagePort}/json/");

    public async Task<ServerCommand> PrepareAsync(CancellationToken cancel)
    {
        DirectoryInfo home = await SparkHome.EnsureAsync(context.Parts, context.Folders.Parts, context.Progress, cancel).ConfigureAwait(false);
        DirectoryInfo data = context.DataOf(Name);
        string[] arguments =
        [
            "org.apache.spark.deploy.master.Master", "--host", ServerAddress.Loopback,
            "--port", $"{context.Settings.SparkMasterPort}", "--webui-port", $"{context.Settings.SparkMasterPagePort}",
        ];
        return new ServerCommand(Name, Path.Combine(home.FullName, "bin", "spark-class"), arguments, data, context.Folders.LogOf(Name))
        {
            Environment = EnvironmentOf(home),
            RemoveWhenOrphaned = context.Temporary,
        };
    }

    /// <summary>A master elsewhere is met by the job: its page may be anywhere.</summary>
    public async Task ProbeAsync(CancellationToken cancel)
    {
        if (!IsElsewhere)
        {
            await HttpProbe.AskAsync(Page(context.Settings), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The variables of a Spark daemon.</summary>
    public static IReadOnlyDictionary<string, string?> EnvironmentOf(DirectoryInfo home) => new Dictionary<string, string?>
    {
        ["SPARK_HOME"] = home.FullName,
        ["SPARK_LOCAL_IP"] = ServerAddress.Loopback,
        ["SPARK_SCALA_VERSION"] = "2.12", // the worker launches executors through Spark's launcher, which needs it
        ["SPARK_DAEMON_MEMORY"] = "512m",
        ["JAVA_HOME"] = JavaHome.Find().FullName,
    };
}
