using System.CommandLine;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd up</c>.</summary>
internal static class UpVerb
{
    public static Command Create()
    {
        Option<bool> spark = new("--spark") { Description = "Start a Spark master and worker too." };
        Verb verb = new("up", "Start Kafka, Redis and Elasticsearch on this machine; a second up finds the first.",
            "sd up                                  # start what is not running yet",
            "sd up --spark                          # and a Spark cluster of one worker",
            "SD_KAFKA=broker:9092 sd up             # use that Kafka, start the rest",
            "SD_ELASTICSEARCH_PORT=9201 sd up       # another port")
        {
            spark,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            ServerSet servers = ServerSet.Stores | (parsed.GetValue(spark) ? ServerSet.SparkCluster : ServerSet.None);
            await using LocalEngine engine = await LocalEngine.UpAsync(Surroundings.Settings(), servers, ServerLifetime.Detached, new ConsoleProgress(), cancel);
            Console.WriteLine(engine.Started == ServerSet.None ? "Everything runs already. Stop it with 'sd down'." : "Up. Stop it with 'sd down'.");
            return CommandLine.Done;
        });
        return verb;
    }
}
