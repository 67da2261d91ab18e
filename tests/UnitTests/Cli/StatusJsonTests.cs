using SpecialDelivery.Cli.Verbs;
using SpecialDelivery.Engine;

namespace UnitTests.Cli;

public sealed class StatusJsonTests
{
    [Fact]
    public void Addresses_and_pids_of_the_four_come_under_their_names()
    {
        string json = StatusVerb.ToJson(
        [
            new ServerStatus(ServerSet.Kafka, "kafka", "127.0.0.1:9092", 11, ServerState.Running),
            new ServerStatus(ServerSet.Redis, "redis", "cache:6379", null, ServerState.Elsewhere),
            new ServerStatus(ServerSet.Elasticsearch, "elasticsearch", "http://127.0.0.1:9200", null, ServerState.Stopped),
            new ServerStatus(ServerSet.SparkMaster, "spark-master", "spark://127.0.0.1:7077", 12, ServerState.Running),
            new ServerStatus(ServerSet.SparkWorker, "spark-worker", "http://127.0.0.1:7081", 13, ServerState.Silent),
        ]).ToJsonString();

        Assert.Equal(
            """{"kafka":{"address":"127.0.0.1:9092","pid":11,"state":"running"},"redis":{"address":"cache:6379","pid":null,"state":"external"},"elasticsearch":{"address":"http://127.0.0.1:9200","pid":null,"state":"stopped"},"spark":{"address":"spark://127.0.0.1:7077","pid":12,"state":"running","worker_pid":13}}""",
            json);
    }
}
