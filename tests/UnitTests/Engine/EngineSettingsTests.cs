using SpecialDelivery.Engine;

namespace UnitTests.Engine;

public sealed class EngineSettingsTests
{
    private static readonly DirectoryInfo Root = new("/clone");

    private static EngineSettings From(params (string Name, string Value)[] variables) =>
        EngineSettings.From(name => variables.FirstOrDefault(variable => variable.Name == name).Value, Root);

    [Fact]
    public void Without_variables_the_home_lies_in_the_clone_and_every_server_has_its_usual_port()
    {
        EngineSettings settings = From();

        Assert.Equal("/clone/.sd", settings.Home.FullName);
        Assert.Equal((9092, 6379, 9200, 7077), (settings.KafkaPort, settings.RedisPort, settings.ElasticsearchPort, settings.SparkMasterPort));
        Assert.Null(settings.Kafka);
        Assert.Null(settings.SparkMaster);
    }

    [Fact]
    public void Variables_move_ports_and_name_servers_elsewhere()
    {
        EngineSettings settings = From(
            (EngineVariables.Home, "/data/sd"), (EngineVariables.Kafka, "broker:9092"), (EngineVariables.Elasticsearch, "search:9200"),
            (EngineVariables.SparkMaster, "spark://master:7077"), (EngineVariables.RedisPort, "6380"));

        Assert.Equal("/data/sd", settings.Home.FullName);
        Assert.Equal(new ServerAddress("broker", 9092), settings.Kafka);
        Assert.Equal(new Uri("http://search:9200"), settings.Elasticsearch);
        Assert.Equal("spark://master:7077", settings.SparkMaster);
        Assert.Equal(6380, settings.RedisPort);
    }

    [Fact]
    public void An_empty_variable_is_as_good_as_none() => Assert.Null(From((EngineVariables.Kafka, "")).Kafka);

    [Fact]
    public void Every_fault_is_named_at_once_with_variable_value_and_range()
    {
        EngineException fault = Assert.Throws<EngineException>(() => From(
            (EngineVariables.KafkaPort, "70000"), (EngineVariables.Redis, "nowhere"), (EngineVariables.Elasticsearch, "ftp://x"), (EngineVariables.KafkaHeap, "1g")));

        Assert.Contains("SD_KAFKA_PORT is '70000': it must be a whole number in 1..65535.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("SD_REDIS is 'nowhere'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("SD_ELASTICSEARCH is 'ftp://x'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("SD_KAFKA_HEAP_MB is '1g'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_variable_of_the_engine_is_declared_once()
    {
        string[] names = [.. typeof(EngineVariables).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.StartsWith("SD_", name, StringComparison.Ordinal));
    }
}
