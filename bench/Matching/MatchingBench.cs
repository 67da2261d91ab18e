using SpecialDelivery.Bench.Jobs;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Bench.Matching;

/// <summary>How fast the whole job is: topics are filled first, then the job catches up, with every server on the same machine.</summary>
/// <param name="trips">Trips of the world.</param>
/// <param name="packages">Packages of the world.</param>
/// <param name="jobOptions">Options for the job.</param>
internal sealed class MatchingBench(int trips, int packages, IReadOnlyList<string> jobOptions)
{
    /// <summary>One run on servers of its own.</summary>
    /// <param name="seed">Of the world.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">A program failed.</exception>
    public async Task<MatchingRun> RunAsync(int seed, CancellationToken cancel)
    {
        await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Stores, new StepProgress(), cancel);
        await Programs.RunAsync(
            "producer", ["world", "--world", "cities", "--trips", $"{trips}", "--packages", $"{packages}", "--seed", $"{seed}"], null, engine.Addresses, cancel);

        return new(await JobRun<MatchingBatchLine>.MeasureAsync("matching", jobOptions, engine.Addresses, cancel));
    }
}
