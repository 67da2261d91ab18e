using System.Text.Json;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Probes;

namespace IntegrationTests.Engine;

/// <summary>All servers at once, on free ports with temporary data.</summary>
public sealed class TemporaryEngineTests(TemporaryEngineTests.Servers servers) : IClassFixture<TemporaryEngineTests.Servers>
{
    public sealed class Servers : IAsyncLifetime
    {
        public LocalEngine Engine { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Engine = await LocalEngine.StartTemporaryAsync(ServerSet.Stores | ServerSet.SparkCluster, new Progress<EngineProgress>(), TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => Engine.DisposeAsync();
    }

    private EngineAddresses Addresses => servers.Engine.Addresses;

    [Fact]
    public async Task Every_server_answers_as_what_it_is()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Assert.True(ServerAddress.TryParse(Addresses.Kafka, out ServerAddress kafka));
        Assert.True(ServerAddress.TryParse(Addresses.Redis, out ServerAddress redis));

        await KafkaProbe.AskAsync(kafka, cancel);
        await RedisProbe.AskAsync(redis, cancel);
        using JsonDocument elasticsearch = JsonDocument.Parse(await HttpProbe.AskAsync(Addresses.Elasticsearch, cancel));
        using JsonDocument spark = JsonDocument.Parse(await HttpProbe.AskAsync(new Uri($"http://127.0.0.1:{Settings.SparkMasterPagePort}/json/"), cancel));

        Assert.Equal("8.7.1", elasticsearch.RootElement.GetProperty("version").GetProperty("number").GetString());
        Assert.Equal(1, spark.RootElement.GetProperty("aliveworkers").GetInt32());
        Assert.Equal($"spark://127.0.0.1:{Settings.SparkMasterPort}", spark.RootElement.GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_probe_of_one_kind_does_not_take_another_server_for_its_own()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        ServerAddress redis = new("127.0.0.1", Settings.RedisPort);
        ServerAddress elasticsearch = new("127.0.0.1", Settings.ElasticsearchPort);

        await Assert.ThrowsAnyAsync<IOException>(() => RedisProbe.AskAsync(elasticsearch, cancel));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => HttpProbe.AskAsync(new Uri($"http://{redis}/"), cancel));
    }

    [Fact]
    public void Nothing_listens_beyond_loopback()
    {
        int[] ports =
        [
            Settings.KafkaPort, Settings.KafkaControllerPort, Settings.RedisPort, Settings.ElasticsearchPort, Settings.ElasticsearchTransportPort,
            Settings.SparkMasterPort, Settings.SparkMasterPagePort, Settings.SparkWorkerPagePort,
        ];

        Assert.All(ports, port => Assert.True(ListeningSockets.IsOnLoopbackAlone(port), $"port {port} is open beyond loopback, or nobody listens there"));
    }

    [Theory]
    [InlineData("appendonly", "yes")]
    [InlineData("appendfsync", "always")]
    [InlineData("maxmemory-policy", "noeviction")]
    [InlineData("save", "")]
    public async Task Redis_keeps_what_it_acknowledged(string setting, string value) =>
        Assert.Contains($"{setting}\r\n${value.Length}\r\n{value}\r\n", await RawRedis.AskAsync(Addresses.Redis, $"CONFIG GET {setting}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_killed_server_starts_again_on_its_data()
    {
        Assert.StartsWith("+OK", await RawRedis.AskAsync(Addresses.Redis, "SET claim 42"), StringComparison.Ordinal);

        await servers.Engine.KillAsync(ServerSet.Redis);
        await servers.Engine.StartAgainAsync(ServerSet.Redis, TestContext.Current.CancellationToken);

        Assert.StartsWith("$2\r\n42", await RawRedis.AskAsync(Addresses.Redis, "GET claim"), StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_every_address_and_a_Spark_that_can_be_submitted_to()
    {
        IReadOnlyDictionary<string, string> environment = Addresses.ToEnvironment();

        Assert.Equal(Addresses.Kafka, environment[EngineVariables.Kafka]);
        Assert.Equal($"http://127.0.0.1:{Settings.ElasticsearchPort}", environment[EngineVariables.Elasticsearch]);
        Assert.Equal("127.0.0.1", environment["SPARK_LOCAL_IP"]);
        string submit = Path.Combine(environment["SPARK_HOME"], "bin", "spark-submit");
        Assert.True(File.GetUnixFileMode(submit).HasFlag(UnixFileMode.UserExecute));
    }

    private EngineSettings Settings => servers.Engine.Settings;
}
