using System.Diagnostics;
using System.Text.Json;
using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Settings;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Cli.Demo;

/// <summary>A world, a job and the books, from nothing to the summary, on servers that are gone afterwards.</summary>
/// <param name="options">What is played.</param>
/// <param name="addresses">The demo's servers.</param>
internal sealed class DemoRun(DemoOptions options, EngineAddresses addresses)
{
    private const int SamplesShown = 3;

    private static readonly TimeSpan CatchUp = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _conflicts;

    /// <summary>Plays.</summary>
    /// <param name="cancel">Stops everything.</param>
    /// <returns>The summary, and the recount behind it.</returns>
    /// <exception cref="EngineException">A program failed, or the job did not catch up.</exception>
    public async Task<(DemoSummary Summary, RecountResult Books)> PlayAsync(CancellationToken cancel)
    {
        using CancellationTokenSource jobStop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Say("starting the matching job on Spark");
        Task<int> job = ProgramProcess.RunAsync(
            ProgramProcess.Jobs, ["matching", "--json", "--trigger", "00:00:00.5", "--max-records", "20000"], addresses, Listen, jobStop.Token);
        try
        {
            await Task.WhenAny(_running.Task, job);
            ThrowIfEnded(job);
            Say($"sending {options.World} at {options.Speed} real time for {options.For.TotalSeconds:0} s");
            long start = Stopwatch.GetTimestamp();
            string[] world =
            [
                "world", "--world", options.World, "--speed", options.Speed, "--for", $"{options.For.TotalSeconds:0}s", "--seed", $"{options.Seed}",
            ];
            int sent = await ProgramProcess.RunAsync(ProgramProcess.Producer, world, addresses, onOutput: null, cancel);
            if (sent != CommandLine.Done)
            {
                throw new EngineException($"The producer failed with exit code {sent}; its lines above say why.");
            }

            TimeSpan sending = Stopwatch.GetElapsedTime(start);
            Say("waiting until the job has caught up");
            RecountResult books = await SettleAsync(job, cancel);
            long documents = await IndexedAsync(books.Matched, job, cancel);
            return (DemoSummary.Of(options.World, sending, Interlocked.Read(ref _conflicts), books) with { Documents = documents }, books);
        }
        finally
        {
            await jobStop.CancelAsync();
            await job;
        }
    }

    private static void Say(string step) => Console.Error.WriteLine($"demo           {step}");

    private static void ThrowIfEnded(Task<int> job)
    {
        if (job.IsCompleted)
        {
            throw new EngineException($"The matching job ended with exit code {job.Result}; its lines above say why.");
        }
    }

    /// <summary>Reads the books until no package is unaccounted for: then the job has seen everything.</summary>
    private async Task<RecountResult> SettleAsync(Task<int> job, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            RecountResult books = await Task.Run(() => BookReader.Read(addresses.Kafka, new MatchingSettings(), cancel), cancel);
            if (books.Lost == 0)
            {
                return books;
            }

            ThrowIfEnded(job);
            if (Stopwatch.GetElapsedTime(start) > CatchUp)
            {
                throw new EngineException($"The job did not catch up within {CatchUp.TotalMinutes:0} minutes: {books.Lost:N0} records are unaccounted for. {string.Join(' ', books.Faults)}");
            }

            await Task.Delay(Pause, cancel);
        }
    }

    /// <summary>Waits until the index has caught up too, and shows some matches read back from it.</summary>
    private async Task<long> IndexedAsync(long matched, Task<int> job, CancellationToken cancel)
    {
        using ElasticsearchClient elasticsearch = new(addresses.Elasticsearch.Authority);
        long start = Stopwatch.GetTimestamp();
        long documents = 0;
        while (documents < matched && Stopwatch.GetElapsedTime(start) < CatchUp)
        {
            ThrowIfEnded(job);
            await Task.Delay(Pause, cancel);
            await elasticsearch.RefreshAsync(Indices.Matches, cancel);
            documents = await elasticsearch.CountAsync(Indices.Matches, query: null, cancel);
        }

        if (matched > 0)
        {
            SearchResult latest = await elasticsearch.SearchAsync(
                Indices.Matches, new { size = SamplesShown, sort = new[] { new { matched_at = "desc" } } }, cancel);
            foreach (JsonElement match in latest.Sources)
            {
                Say($"read back: {match.GetRawText()}");
            }
        }

        return documents;
    }

    private void Listen(string line)
    {
        using JsonDocument report = JsonDocument.Parse(line);
        if (report.RootElement.TryGetProperty("state", out _))
        {
            _running.TrySetResult();
        }
        else
        {
            Interlocked.Add(ref _conflicts, report.RootElement.GetProperty("conflicts").GetInt64());
        }
    }
}
