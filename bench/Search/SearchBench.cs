using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Processes;
using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Bench.Search;

/// <summary>How long counts and pages take through the REST service, against the same queries straight to Elasticsearch.</summary>
/// <param name="options">How much.</param>
internal sealed class SearchBench(SearchBenchOptions options)
{
    private const int WarmUp = 1_000; // both virtual machines go on compiling for the first few hundred
    private const int QuietLooks = 5;
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>One run on servers of its own.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">The service did not come up.</exception>
    public async Task<SearchBenchResult> RunAsync(CancellationToken cancel)
    {
        await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Stores, new StepProgress(), cancel);
        using ElasticsearchClient client = new(engine.Addresses.Elasticsearch.ToString());
        double perSecond = await new Feeders(client).FillAsync(SearchWorld.Period, new SearchWorld(options.Documents).Items(), cancel);
        await SettleAsync(client, cancel);

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        TaskCompletionSource<Uri> listening = new();
        Task<int> service = ServeAsync(engine.Addresses, listening, stop.Token);
        if (await Task.WhenAny(listening.Task, service) == service)
        {
            throw new EngineException($"The REST service ended with exit code {await service}; its lines above say why.");
        }

        using HttpClient api = new() { BaseAddress = await listening.Task };
        using HttpClient direct = new() { BaseAddress = engine.Addresses.Elasticsearch };
        (Latencies count, Latencies countDirect) = await CompareAsync(api, direct, CountPath, CountRequest, cancel);
        (Latencies page, Latencies pageDirect) = await CompareAsync(api, direct, PagePath, PageRequest, cancel);
        await stop.CancelAsync();
        await service;
        return new(options.Documents, options.Requests, Math.Round(perSecond), count, countDirect, page, pageDirect);
    }

    /// <summary>Waits until the server has tidied up what came in: a service is asked all day, not in the minute after ten million events.</summary>
    private static async Task SettleAsync(ElasticsearchClient client, CancellationToken cancel)
    {
        for (int quiet = 0; quiet < QuietLooks;)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            quiet = await client.MergesUnderWayAsync(SearchWorld.Period, cancel) == 0 ? quiet + 1 : 0;
        }
    }

    private static Task<int> ServeAsync(EngineAddresses addresses, TaskCompletionSource<Uri> listening, CancellationToken stop)
    {
        string program = Path.Combine(RepositoryRoot.Find().FullName, "api", "bin", "Release", "net10.0", "SpecialDelivery.Api.dll");
        Dictionary<string, string> environment = new(addresses.ToEnvironment()) { [Variables.ApiUrls] = "http://127.0.0.1:0", [Variables.ApiRate] = "1000000" };
        return BoundProgram.RunAsync(
            "dotnet",
            [program],
            environment,
            line =>
            {
                // The service's first line names its address, which the system chose.
                int at = line.IndexOf("http://", StringComparison.Ordinal);
                if (at >= 0)
                {
                    listening.TrySetResult(new Uri(line[at..].Split([',', ';'], 2)[0]));
                }
            },
            stop);
    }

    private async Task<(Latencies Api, Latencies Direct)> CompareAsync(
        HttpClient api, HttpClient direct, Func<int, string> apiPath, Func<int, (string Path, object Body)> directRequest, CancellationToken cancel)
    {
        List<double> throughApi = [];
        List<double> straight = [];
        for (int i = -WarmUp; i < options.Requests; i++)
        {
            // Both get the same work, but no query twice, or its second asker would find it in a cache; who comes first takes turns.
            foreach (bool isApi in i % 2 == 0 ? (bool[])[true, false] : [false, true])
            {
                int query = (2 * (i + WarmUp)) + (isApi == (i % 4 < 2) ? 0 : 1);
                long start = Stopwatch.GetTimestamp();
                using HttpResponseMessage answer = isApi
                    ? await api.GetAsync(new Uri(apiPath(query), UriKind.Relative), cancel)
                    : await PostAsync(direct, directRequest(query), cancel);
                await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancel);
                if (i >= 0)
                {
                    (isApi ? throughApi : straight).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        return (Latencies.Of(throughApi), Latencies.Of(straight));
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient direct, (string Path, object Body) request, CancellationToken cancel)
    {
        ByteArrayContent content = new(JsonSerializer.SerializeToUtf8Bytes(request.Body));
        content.Headers.ContentType = Json;
        return direct.PostAsync(new Uri(request.Path, UriKind.Relative), content, cancel);
    }

    private static string CountPath(int i)
    {
        (string type, long from, long to) = SearchWorld.Query(i);
        return $"/events/count?event_type={type}&from={from}&to={to}";
    }

    private string PagePath(int i)
    {
        (string type, long from, long to) = SearchWorld.Query(i);
        return $"/events/search?event_type={type}&from={from}&to={to}&size={options.PageSize}";
    }

    private static (string Path, object Body) CountRequest(int i) => ($"/{Indices.Events}/_count", new { query = Filter(i) });

    // As somebody would write it who wants a page and its exact total.
    private (string Path, object Body) PageRequest(int i) =>
        ($"/{Indices.Events}/_search?track_total_hits=true", new { size = options.PageSize, query = Filter(i), sort = new object[] { new { ts = "desc" }, new { id = "desc" } } });

    private static object Filter(int i)
    {
        (string type, long from, long to) = SearchWorld.Query(i);
        return new { @bool = new { filter = new object[] { new { term = new { event_type = type } }, new { range = new { ts = new { gte = from, lt = to, format = "epoch_second" } } } } } };
    }
}
