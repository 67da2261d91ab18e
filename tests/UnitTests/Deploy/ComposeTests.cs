using System.Reflection;
using System.Text.RegularExpressions;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Jobs;
using UnitTests.Architecture;
using YamlDotNet.Core;

namespace UnitTests.Deploy;

public sealed partial class ComposeTests
{
    private static readonly Compose Product = Compose.Read();

    public static TheoryData<string> Services => [.. Product.Services.Keys];

    [Fact]
    public void The_whole_product_is_there() => Assert.Superset(
        new HashSet<string>
        {
            "controller-1", "controller-2", "controller-3", "broker-1", "broker-2", "broker-3", "spark-master", "spark-worker-1", "spark-worker-2", "spark-worker-3",
            "redis", "elasticsearch", "matching", "events", "transactions", "api", "producer", "prometheus", "grafana",
        },
        Product.Services.Keys.ToHashSet());

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_is_pinned_hardened_and_watched(string name)
    {
        ComposeService service = Product.Services[name];
        Assert.True(service.IsBuilt || PinnedImage().IsMatch(service.Image ?? ""), $"{name}: {service.Image} names no exact version.");
        Assert.Equal(["ALL"], service.DroppedCapabilities);
        Assert.Contains("no-new-privileges:true", service.SecurityOptions);
        Assert.True(service.User is not (null or "root" or "0" or "0:0"), $"{name} runs as root.");
        Assert.True(service.HasHealthCheck, $"{name} has no health check.");
        Assert.All(service.Ports, port => Assert.StartsWith("127.0.0.1:", port));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void What_a_service_refers_to_exists(string name)
    {
        ComposeService service = Product.Services[name];
        Assert.Subset(Product.Services.Keys.ToHashSet(), service.DependsOn.ToHashSet());
        Assert.Subset(Product.Volumes.ToHashSet(), service.Volumes.ToHashSet());
        Assert.Subset(Product.Secrets.ToHashSet(), service.Secrets.ToHashSet());
        Assert.All(service.MountedPaths, path => Assert.True(Directory.Exists(Repository.PathTo(path))));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Our_settings_exist_in_the_code(string name)
    {
        HashSet<string> known = [.. Constants(typeof(Variables)), .. Constants(typeof(EngineVariables))];
        Assert.Subset(known, Product.Services[name].Environment.Keys.Where(variable => variable.StartsWith("SD_", StringComparison.Ordinal)).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Addresses_name_services_and_the_ports_they_listen_on(string name)
    {
        foreach ((string variable, string value) in Product.Services[name].Environment)
        {
            if (variable is Variables.Kafka or Variables.Redis or Variables.Elasticsearch or Variables.SparkMaster)
            {
                foreach (string address in value.Split(','))
                {
                    string[] parts = address[(address.IndexOf("//", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..].Split(':');
                    Assert.Contains(parts[0], Product.Services.Keys);
                    Assert.Equal(PortOf(variable), parts[1]);
                }
            }
        }
    }

    [Fact]
    public void Jobs_are_jobs_of_the_code()
    {
        string[] jobs = [.. typeof(MatchingJob).Assembly.GetTypes().Where(type => type.Name.EndsWith("Job", StringComparison.Ordinal)).SelectMany(Constants)];
        Assert.All(
            Product.Services.Values.Where(service => service.Command.Any(word => word.EndsWith("SpecialDelivery.Jobs.dll", StringComparison.Ordinal))),
            service => Assert.Contains(service.Command[2], jobs));
    }

    [Fact]
    public void Kafka_survives_the_loss_of_a_broker()
    {
        IReadOnlyDictionary<string, string>[] brokers = [.. Product.Services.Values.Where(s => s.Environment.GetValueOrDefault("KAFKA_PROCESS_ROLES") == "broker").Select(s => s.Environment)];
        Assert.Equal(3, brokers.Length);
        Assert.Equal(3, brokers.Select(broker => broker["KAFKA_NODE_ID"]).Distinct().Count());
        Assert.All(brokers, broker => Assert.Equal(("3", "2"), (broker["KAFKA_DEFAULT_REPLICATION_FACTOR"], broker["KAFKA_MIN_INSYNC_REPLICAS"])));
        Assert.Equal(3, Product.Services.Values.Count(s => s.Environment.GetValueOrDefault("KAFKA_PROCESS_ROLES") == "controller"));
    }

    [Fact]
    public void Versions_are_those_the_tests_run_with()
    {
        string[] parts = [.. File.ReadLines(Repository.PathTo("engine", "offline", "SHA256SUMS")).Select(line => Path.GetFileName(line.Split(' ')[^1]))];
        Assert.Contains($"elasticsearch-{Version("elasticsearch")}.tar.br", parts);
        Assert.Contains($"kafka-{Version("broker-1")}.tar.br", parts);

        static string Version(string service) => Product.Services[service].Image!.Split(':')[1];
    }

    [Fact]
    public void Prometheus_scrapes_every_job_where_it_serves()
    {
        string configuration = File.ReadAllText(Repository.PathTo("deploy", "prometheus", "prometheus.yml"));
        foreach (ComposeService job in Product.Services.Values.Where(service => service.Environment.ContainsKey(Variables.Metrics)))
        {
            Assert.Contains($"\"{job.Name}:{job.Environment[Variables.Metrics].Split(':')[1]}\"", configuration, StringComparison.Ordinal);
        }

        Assert.Contains($"\"api:{new Uri(Product.Services["api"].Environment[Variables.ApiUrls]).Port}\"", configuration, StringComparison.Ordinal);
        Assert.Contains("scrape_interval: 10s", configuration, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_does_not_parse_is_noticed() => Assert.ThrowsAny<YamlException>(() => Compose.Parse("services:\n  a: [\n"));

    private static string PortOf(string variable) => variable switch
    {
        Variables.Kafka => "9092",
        Variables.Redis => "6379",
        Variables.Elasticsearch => "9200",
        _ => "7077",
    };

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral && field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!);

    [GeneratedRegex(@"^[a-z][a-z0-9./-]*:v?[0-9]+(\.[0-9]+)+(-[a-z0-9]+)?$")]
    private static partial Regex PinnedImage();
}
