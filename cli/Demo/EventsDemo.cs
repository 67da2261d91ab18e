using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Machine;

namespace SpecialDelivery.Cli.Demo;

/// <summary>Apps that post to the REST service, the job behind it, and the books, from nothing to the balance sheet.</summary>
/// <param name="options">What is played.</param>
/// <param name="addresses">The demo's servers.</param>
internal sealed class EventsDemo(DemoOptions options, EngineAddresses addresses)
{
    private const int EventsPerSecond = 200;

    private readonly Uri _url = new($"http://127.0.0.1:{LoopbackPorts.Free(1)[0]}");
    private long _seen;

    /// <summary>Plays.</summary>
    /// <param name="cancel">Stops everything.</param>
    /// <returns>The balance sheet.</returns>
    /// <exception cref="EngineException">A program failed, or the job did not catch up.</exception>
    public async Task<EventsSheet> PlayAsync(CancellationToken cancel)
    {
        using HttpClient http = new() { BaseAddress = _url };
        DemoProgram.Say($"starting the REST service at {_url} and the events job on Spark");
        await using DemoProgram api = DemoProgram.StartService(
            "REST service", ProgramProcess.Api, new Dictionary<string, string>(addresses.ToEnvironment()) { [Variables.ApiUrls] = _url.ToString() }, cancel);
        await using DemoProgram job = await DemoProgram.StartJobAsync("events", ["--trigger", "1s"], addresses, Listen, cancel);
        await DemoProgram.UntilAsync(() => IsReadyAsync(http, cancel), () => "the REST service is ready", [api, job], cancel);
        DemoProgram.Say($"apps post {EventsPerSecond} events a second for {options.For.TotalSeconds:0} s, some late, some junk");
        long start = Stopwatch.GetTimestamp();
        JsonElement sent = await LastLineAsync(
            ProgramProcess.Producer,
            [
                "events", "--to", "api", "--url", _url.ToString(), "--rate", $"{EventsPerSecond}", "--for", $"{options.For.TotalSeconds:0}s", "--seed", $"{options.Seed}",
                "--late", "0.001", "--junk", "0.01", "--json",
            ],
            cancel);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        long accepted = sent.GetProperty("accepted").GetInt64();
        DemoProgram.Say("waiting until the job has caught up");
        await DemoProgram.UntilAsync(() => Task.FromResult(Interlocked.Read(ref _seen) >= accepted), () => $"{accepted:N0} events are read", [api, job], cancel);

        JsonElement books = await LastLineAsync(ProgramProcess.Jobs, ["verify", "events", "--json"], cancel);
        JsonElement count = await http.GetFromJsonAsync<JsonElement>(new Uri("/events/count", UriKind.Relative), cancel);
        return new EventsSheet(
            options.World,
            Math.Round(seconds, 1),
            sent.GetProperty("posted").GetInt64(),
            accepted,
            sent.GetProperty("rejected").GetInt64(),
            books.GetProperty("topic").GetInt64(),
            books.GetProperty("rows").GetInt64(),
            books.GetProperty("quarantined").GetInt64(),
            books.GetProperty("documents").GetInt64(),
            books.GetProperty("counted").GetInt64(),
            books.GetProperty("late").GetInt64(),
            count.GetProperty("count").GetInt64(),
            books.GetProperty("balanced").GetBoolean());
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancel)
    {
        try
        {
            using HttpResponseMessage answer = await http.GetAsync(new Uri("/health/startup", UriKind.Relative), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }

    private async Task<JsonElement> LastLineAsync(FileInfo program, string[] arguments, CancellationToken cancel)
    {
        string last = "";
        await ProgramProcess.RunAsync(program, arguments, addresses, line => last = line.StartsWith('{') ? line : last, cancel);
        return last.Length > 0
            ? JsonSerializer.Deserialize<JsonElement>(last)
            : throw new EngineException($"'{Path.GetFileNameWithoutExtension(program.Name)} {string.Join(' ', arguments)}' failed; its lines above say why.");
    }

    private void Listen(JsonElement batch) => Interlocked.Add(ref _seen, batch.GetProperty("records").GetInt64());
}
