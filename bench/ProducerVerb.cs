using System.CommandLine;
using System.Text.Json;
using SpecialDelivery.Bench.Producing;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Bench;

/// <summary><c>bench producer</c>.</summary>
internal static class ProducerVerb
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Command Create()
    {
        Option<int> rounds = new("--runs") { Description = "Measured rounds, each with both producers in turn.", DefaultValueFactory = _ => 5 };
        Option<int> records = new("--records") { Description = "Records of each run.", DefaultValueFactory = _ => 3_000_000 };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command verb = new("producer", "Acknowledged payments per second against Kafka's own ProducerPerformance.") { rounds, records, json };
        rounds.AtLeast(1);
        records.AtLeast(1);
        verb.SetAction(async (parsed, cancel) =>
        {
            await using LocalEngine engine = await LocalEngine.StartTemporaryAsync(ServerSet.Kafka, new StepProgress(), cancel);
            ProducerBench bench = new(parsed.GetValue(records), engine.Addresses, KafkaJars(engine.Addresses));
            List<ProducerRound> results = [];
            for (int round = 0; round < parsed.GetValue(rounds); round++)
            {
                results.Add(await bench.RunAsync(round, cancel));
                await Console.Error.WriteLineAsync($"round {round + 1}: ours {Describe(results[^1].Ours)}; Kafka's {Describe(results[^1].Kafkas)}; ratio {results[^1].Ratio:0.00}");
            }

            double ours = Median(results, round => round.Ours.PerSecond);
            double kafkas = Median(results, round => round.Kafkas.PerSecond);
            double ratio = Median(results, round => round.Ratio);
            double oursCpu = Median(results, round => round.Ours.CpuSecondsPerMillion);
            double kafkasCpu = Median(results, round => round.Kafkas.CpuSecondsPerMillion);
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { ours, kafkas, ratio = Math.Round(ratio, 3), oursCpuSecondsPerMillion = oursCpu, kafkasCpuSecondsPerMillion = kafkasCpu, rounds = results }, Json)
                : $"""
                payments acknowledged per second, median of {results.Count} interleaved rounds of {parsed.GetValue(records):N0}, counted by the broker's end offsets
                  sd produce payments            {ours,12:N0}   {oursCpu:0.00} CPU s per million, broker included
                  Kafka's ProducerPerformance    {kafkas,12:N0}   {kafkasCpu:0.00}
                  ratio                          {ratio,12:0.00}
                """);
        });
        return verb;
    }

    private static string KafkaJars(EngineAddresses addresses) =>
        Directory.GetDirectories(addresses.SparkHome.Parent!.FullName, "kafka-*").Select(folder => Path.Combine(folder, "jars")).FirstOrDefault(Directory.Exists)
        ?? throw new EngineException($"Kafka's jars are not beside {addresses.SparkHome}: let the engine unpack them with 'sd up'.");

    private static string Describe(ProducerRun run) => $"{run.PerSecond:N0}/s, {run.CpuSecondsPerMillion:0.00} CPU s per million";

    private static double Median(List<ProducerRound> rounds, Func<ProducerRound, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}
