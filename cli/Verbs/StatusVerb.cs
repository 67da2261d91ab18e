using System.CommandLine;
using System.Text.Json.Nodes;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd status</c>.</summary>
internal static class StatusVerb
{
    public static Command Create()
    {
        Option<bool> json = new("--json") { Description = "One JSON object: address, pid and state of kafka, redis, elasticsearch and spark." };
        Verb verb = new("status", "Show which servers run, and where.",
            "sd status",
            "sd status --json | jq -r .redis.pid      # one figure for a script")
        {
            json,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            EngineSettings settings = Surroundings.Settings();
            IReadOnlyList<ServerStatus> servers = await RunningEngine.StatusAsync(settings, cancel);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(ToJson(servers).ToJsonString());
            }
            else
            {
                foreach (ServerStatus server in servers)
                {
                    Console.WriteLine($"{server.Name,-14} {Word(server.State),-12} {server.Address}{(server.Pid is { } pid ? $"  pid {pid}" : "")}");
                }
            }

            return CommandLine.Done;
        });
        return verb;
    }

    /// <summary>Names as people use them; Spark's master and worker are one thing to them.</summary>
    internal static JsonObject ToJson(IReadOnlyList<ServerStatus> servers)
    {
        JsonObject all = [];
        foreach (ServerStatus server in servers.Where(server => !ServerSet.SparkCluster.HasFlag(server.Server)))
        {
            all[server.Name] = Entry(server);
        }

        JsonObject spark = Entry(servers.Single(server => server.Server == ServerSet.SparkMaster));
        spark["worker_pid"] = servers.Single(server => server.Server == ServerSet.SparkWorker).Pid;
        all["spark"] = spark;
        return all;
    }

    private static JsonObject Entry(ServerStatus server) => new() { ["address"] = server.Address, ["pid"] = server.Pid, ["state"] = Word(server.State) };

    private static string Word(ServerState state) => state switch
    {
        ServerState.Silent => "not answering",
        ServerState.Elsewhere => "external",
        _ => state.ToString().ToLowerInvariant(),
    };
}
