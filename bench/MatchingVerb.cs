using System.CommandLine;
using System.Text.Json;
using SpecialDelivery.Bench.Matching;

namespace SpecialDelivery.Bench;

/// <summary><c>bench matching</c>.</summary>
internal static class MatchingVerb
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        Option<int> runs = new("--runs") { Description = "Runs, each on fresh servers.", DefaultValueFactory = _ => 5 };
        Option<int> trips = new("--trips") { Description = "Trips of the world.", DefaultValueFactory = _ => 400_000 };
        Option<int> packages = new("--packages") { Description = "Packages of the world.", DefaultValueFactory = _ => 400_000 };
        Option<long> maxRecords = new("--max-records") { Description = "Most records of one batch.", DefaultValueFactory = _ => 100_000 };
        Option<bool> noIndex = new("--no-index") { Description = "Leave Elasticsearch out." };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command verb = new("matching", "Matched packages per second, end to end from preloaded topics.") { runs, trips, packages, maxRecords, noIndex, json };
        runs.AtLeast(1);
        trips.AtLeast(1);
        packages.AtLeast(1);
        maxRecords.AtLeast(1);
        verb.LeavesWarmBatches(maxRecords, trips, packages);
        verb.SetAction(async (parsed, cancel) =>
        {
            string[] options = ["--max-records", $"{parsed.GetValue(maxRecords)}", .. parsed.GetValue(noIndex) ? ["--no-index"] : Array.Empty<string>()];
            MatchingBench bench = new(parsed.GetValue(trips), parsed.GetValue(packages), options);
            List<MatchingRun> results = [];
            for (int run = 1; run <= parsed.GetValue(runs); run++)
            {
                results.Add(await bench.RunAsync(run, cancel));
                await Console.Error.WriteLineAsync($"run {run}: {results[^1]}");
            }

            MatchingRun median = results.OrderBy(run => run.WarmPerSecond).ElementAt(results.Count / 2);
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { median, runs = results }, Json)
                : $"{parsed.GetValue(trips):N0} trips, {parsed.GetValue(packages):N0} packages, {Environment.ProcessorCount} cores with every server on them; median of {results.Count}: {median}");
        });
        return verb;
    }
}
