using SpecialDelivery.Bench.Jobs;
using SpecialDelivery.Bench.Search;
using SpecialDelivery.Engine;
using SpecialDelivery.Platform.Elasticsearch;

namespace SpecialDelivery.Bench.Events;

/// <summary>How fast the job <c>events</c> is: counts and files from a full topic, and with the search index against clients that only fill it.</summary>
/// <param name="options">How much.</param>
internal sealed class EventsBench(EventsBenchOptions options)
{
    /// <summary>One run on servers of its own.</summary>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">A program failed.</exception>
    public async Task<EventsBenchResult> RunAsync(CancellationToken cancel)
    {
        JobRun<BatchLine> files = await FilesAsync(cancel);
        List<IndexRound> rounds = [];
        if (options.Rounds > 0)
        {
            await using LocalEngine engine = await StartAsync(cancel);
            using ElasticsearchClient client = new(engine.Addresses.Elasticsearch.ToString());
            for (int round = 1; round <= options.Rounds; round++)
            {
                await ProduceAsync(engine, options.Documents, round, cancel);
                JobRun<BatchLine> job = await MeasureAsync(engine, options.Documents / EventsBenchOptions.BatchesPerRound, [], cancel);
                double fed = await new Feeders(client).FillAsync($"events-fed-{round}", new SearchWorld(options.Documents).Items(), cancel);
                rounds.Add(new(job.WarmPerSecond, job.Warm.Sum(batch => batch.Records) / job.Warm.Sum(batch => batch.Steps["index"]), fed));
                await Console.Error.WriteLineAsync($"round {round}: {rounds[^1]}");
            }
        }

        return new(files, rounds);
    }

    private async Task<JobRun<BatchLine>> FilesAsync(CancellationToken cancel)
    {
        await using LocalEngine engine = await StartAsync(cancel);
        await ProduceAsync(engine, options.Records, seed: 1, cancel);
        return await MeasureAsync(engine, options.MaxRecords, ["--no-index"], cancel);
    }

    private static Task<LocalEngine> StartAsync(CancellationToken cancel) =>
        LocalEngine.StartTemporaryAsync(ServerSet.Kafka | ServerSet.Elasticsearch, new StepProgress(), cancel);

    private static Task ProduceAsync(LocalEngine engine, int records, int seed, CancellationToken cancel) => Programs.RunAsync(
        "producer", ["events", "--to", "kafka", "--count", $"{records}", "--rate", "1000000", "--seed", $"{seed}"], Console.Error.WriteLine, engine.Addresses, cancel);

    private static Task<JobRun<BatchLine>> MeasureAsync(LocalEngine engine, int maxRecords, string[] more, CancellationToken cancel) =>
        JobRun<BatchLine>.MeasureAsync("events", ["--max-records", $"{maxRecords}", .. more], engine.Addresses, cancel);
}
