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

    private long _conflicts;

    /// <summary>Plays.</summary>
    /// <param name="cancel">Stops everything.</param>
    /// <returns>The summary, and the recount behind it.</returns>
    /// <exception cref="EngineException">A program failed, or the job did not catch up.</exception>
    public async Task<(DemoSummary Summary, RecountResult Books)> PlayAsync(CancellationToken cancel)
    {
        DemoProgram.Say("starting the matching job on Spark");
        await using DemoProgram job = await DemoProgram.StartJobAsync("matching", ["--trigger", "00:00:00.5", "--max-records", "20000"], addresses, Listen, cancel);
        DemoProgram.Say($"sending {options.World} at {options.Speed} real time for {options.For.TotalSeconds:0} s");
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
        DemoProgram.Say("waiting until the job has caught up");
        RecountResult books = await SettleAsync(job, cancel);
        long documents = await IndexedAsync(books.Matched, job, cancel);
        return (DemoSummary.Of(options.World, sending, Interlocked.Read(ref _conflicts), books) with { Documents = documents }, books);
    }

    /// <summary>Reads the books until no package is unaccounted for: then the job has seen everything.</summary>
    private async Task<RecountResult> SettleAsync(DemoProgram job, CancellationToken cancel)
    {
        RecountResult? books = null;
        await DemoProgram.UntilAsync(
            async () =>
            {
                books = await Task.Run(() => BookReader.Read(addresses.Kafka, new MatchingSettings(), cancel), cancel);
                return books.Lost == 0;
            },
            () => $"every record is accounted for: {books!.Lost:N0} are not. {string.Join(' ', books.Faults)}",
            [job],
            cancel);
        return books!;
    }

    /// <summary>Waits until the index has caught up too, and shows some matches read back from it.</summary>
    private async Task<long> IndexedAsync(long matched, DemoProgram job, CancellationToken cancel)
    {
        using ElasticsearchClient elasticsearch = new(addresses.Elasticsearch.Authority);
        long documents = 0;
        if (matched == 0)
        {
            return documents;
        }

        await DemoProgram.UntilAsync(
            async () =>
            {
                await elasticsearch.RefreshAsync(Indices.Matches, cancel);
                documents = await elasticsearch.CountAsync(Indices.Matches, query: null, cancel);
                return documents >= matched;
            },
            () => $"all {matched:N0} matches are indexed: {documents:N0} are",
            [job],
            cancel);
        SearchResult latest = await elasticsearch.SearchAsync(
            Indices.Matches, new { size = SamplesShown, sort = new[] { new { matched_at = "desc" } } }, cancel);
        foreach (JsonElement match in latest.Sources)
        {
            DemoProgram.Say($"read back: {match.GetRawText()}");
        }

        return documents;
    }

    private void Listen(JsonElement batch) => Interlocked.Add(ref _conflicts, batch.GetProperty("conflicts").GetInt64());
}
