using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IntegrationTests.Producer;
using SpecialDelivery.Api.Security;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Machine;
using SpecialDelivery.Engine.Processes;
using SpecialDelivery.Jobs.Metrics;

namespace IntegrationTests.Deploy;

/// <summary>What the composition hands to Prometheus and Grafana, tried with a real Prometheus.</summary>
public sealed class PrometheusTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly string Deploy = Path.Combine(RepositoryRoot.Find().FullName, "deploy");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Promtool_accepts_configuration_and_rules()
    {
        PrometheusPrograms programs = await PrometheusPrograms.EnsureAsync(Cancel);
        foreach (string[] check in new string[][]
        {
            ["check", "config", "--syntax-only", Path.Combine(Deploy, "prometheus", "prometheus.yml")],
            ["check", "rules", Path.Combine(Deploy, "prometheus", "alerts.yml")],
        })
        {
            (int exitCode, string output) = await Shell.RunAsync(programs.Promtool, check, null, Cancel);
            Assert.True(exitCode == 0, output);
        }
    }

    [Fact]
    public async Task Every_query_of_the_board_has_data_while_a_job_and_the_service_run()
    {
        PrometheusPrograms programs = await PrometheusPrograms.EnsureAsync(Cancel);
        await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Stores, new Progress<EngineProgress>(), Cancel);
        IReadOnlyList<int> ports = LoopbackPorts.Free(3);
        (int job, int api, int prometheus) = (ports[0], ports[1], ports[2]);
        Dictionary<string, string> environment = new(engine.Addresses.ToEnvironment())
        {
            [Variables.Metrics] = $"127.0.0.1:{job}",
            [Variables.ApiUrls] = $"http://127.0.0.1:{api}",
            [Variables.SparkMaster] = "local[2]",
        };
        string configuration = Path.Combine(engine.Addresses.Home.FullName, "prometheus.yml");
        await File.WriteAllTextAsync(configuration, Configuration(job, api), Cancel);

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using HttpClient http = new();
        Task[] programsRunning =
        [
            BoundProgram.RunAsync("dotnet", [typeof(JobMetrics).Assembly.Location, "matching", "--driver-memory", "1g"], environment, _ => { }, stop.Token),
            BoundProgram.RunAsync("dotnet", [typeof(ApiKeyLine).Assembly.Location], environment, _ => { }, stop.Token),
            BoundProgram.RunAsync(
                programs.Prometheus,
                [$"--config.file={configuration}", $"--storage.tsdb.path={Path.Combine(engine.Addresses.Home.FullName, "tsdb")}", $"--web.listen-address=127.0.0.1:{prometheus}", "--log.level=error"],
                environment,
                _ => { },
                stop.Token),
        ];
        try
        {
            HashSet<string> unanswered = [.. Queries()];
            DateTime limit = DateTime.UtcNow + Patience;
            for (int seed = 1; unanswered.Count > 0 && DateTime.UtcNow < limit; seed++)
            {
                // Something has to happen for rates and quantiles to say anything.
                await ProducerRun.StartAsync(engine.Addresses.Kafka, Cancel, "world", "--world", "cities", "--trips", "100", "--packages", "100", "--seed", $"{seed}");
                await TryAsync(() => http.PostAsync($"http://127.0.0.1:{api}/events", Event(seed), Cancel));
                await Task.Delay(TimeSpan.FromSeconds(1), Cancel);
                foreach (string query in unanswered.ToArray())
                {
                    if (await HasDataAsync(http, prometheus, query))
                    {
                        unanswered.Remove(query);
                    }
                }
            }

            Assert.Empty(unanswered);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(programsRunning);
        }
    }

    private static string[] Queries()
    {
        using JsonDocument board = JsonDocument.Parse(File.ReadAllText(Path.Combine(Deploy, "grafana", "dashboards", "special-delivery.json")));
        string[] queries =
        [
            .. board.RootElement.GetProperty("panels").EnumerateArray()
                .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
                .Select(target => target.GetProperty("expr").GetString()!),
        ];
        Assert.NotEmpty(queries);
        return queries;
    }

    private static StringContent Event(int seed) =>
        new($$"""{"event_type":"session_start","ts":{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}},"params":{"seed":{{seed}} } }""", Encoding.UTF8, "application/json");

    private static async Task<bool> HasDataAsync(HttpClient http, int prometheus, string query)
    {
        using HttpResponseMessage? answer = await TryAsync(() => http.GetAsync($"http://127.0.0.1:{prometheus}/api/v1/query?query={Uri.EscapeDataString(query)}", Cancel));
        if (answer is null)
        {
            return false;
        }

        JsonElement result = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.True(result.GetProperty("status").GetString() == "success", $"{query}: {result}");
        return result.GetProperty("data").GetProperty("result").EnumerateArray().Any(series => series.GetProperty("value")[1].GetString() != "NaN");
    }

    /// <summary>A program that is only starting does not answer yet.</summary>
    private static async Task<HttpResponseMessage?> TryAsync(Func<Task<HttpResponseMessage>> request)
    {
        try
        {
            return await request();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The composition's own configuration with the addresses of this run, scraping often.</summary>
    private static string Configuration(int job, int api)
    {
        string text = File.ReadAllText(Path.Combine(Deploy, "prometheus", "prometheus.yml"))
            .Replace("[alerts.yml]", $"[{Path.Combine(Deploy, "prometheus", "alerts.yml")}]", StringComparison.Ordinal)
            .Replace("10s", "1s", StringComparison.Ordinal)
            .Replace("\"matching:9464\", \"events:9464\", \"transactions:9464\"", $"\"127.0.0.1:{job}\"", StringComparison.Ordinal)
            .Replace("\"api:5080\"", $"\"127.0.0.1:{api}\"", StringComparison.Ordinal)
            .Replace("    authorization:\n      credentials_file: /run/secrets/metrics_key\n", "", StringComparison.Ordinal);
        Assert.DoesNotContain("/run/secrets", text, StringComparison.Ordinal);
        return text;
    }
}
