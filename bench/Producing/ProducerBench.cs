using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpecialDelivery.Bench.Jobs;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Engine;
using SpecialDelivery.Engine.Processes;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Bench.Producing;

/// <summary>Our producer and Kafka's own, in turn on one broker: the same records, linger, batch size, codec, acknowledgement and idempotence.</summary>
/// <param name="records">Records of each run.</param>
/// <param name="addresses">The servers.</param>
/// <param name="kafkaJars">The folder of Kafka's jars.</param>
internal sealed partial class ProducerBench(int records, EngineAddresses addresses, string kafkaJars)
{
    private const int BatchBytes = 1_000_000;
    private const int LingerMilliseconds = 100;
    private const int Samples = 50_000;

    private long _first;

    /// <summary>Runs both once, ours first in even rounds.</summary>
    /// <param name="round">Number of the round.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="EngineException">A producer failed, or the broker counted other than it says.</exception>
    public async Task<ProducerRound> RunAsync(int round, CancellationToken cancel)
    {
        if (_first == 0)
        {
            await OursAsync(cancel); // creates the topic, and the payload for the other
            await WriteSamplesAsync(cancel);
        }

        if (round % 2 == 0)
        {
            ProducerRun ours = await OursAsync(cancel);
            return new(ours, await KafkasAsync(cancel));
        }

        ProducerRun kafkas = await KafkasAsync(cancel);
        return new(await OursAsync(cancel), kafkas);
    }

    private string Payload => Path.Combine(addresses.Home.FullName, "payload.txt");

    private async Task<ProducerRun> OursAsync(CancellationToken cancel)
    {
        string[] words =
        [
            "payments", "--records", $"{records}", "--first", $"{_first}", "--json", "--batch-bytes", $"{BatchBytes}", "--linger", $"{LingerMilliseconds}ms",
        ];
        _first += records;
        return await MeasureAsync(async () =>
        {
            using JsonDocument result = JsonDocument.Parse(await Programs.LastLineAsync("producer", words, addresses, cancel));
            return result.RootElement.GetProperty("per_second").GetDouble();
        });
    }

    private async Task<ProducerRun> KafkasAsync(CancellationToken cancel)
    {
        string[] words =
        [
            "-Xmx512m", "-cp", Path.Combine(kafkaJars, "*"), "-Dlog4j2.level=ERROR", "org.apache.kafka.tools.ProducerPerformance",
            "--topic", Topics.Transactions, "--num-records", $"{records}", "--payload-file", Payload, "--throughput", "-1",
            "--bootstrap-server", addresses.Kafka,
            "--command-property", "acks=all", "enable.idempotence=true", "compression.type=lz4", $"linger.ms={LingerMilliseconds}", $"batch.size={BatchBytes}", "buffer.memory=67108864",
        ];
        return await MeasureAsync(async () =>
        {
            string last = "";
            int exitCode = await BoundProgram.RunAsync(Path.Combine(addresses.JavaHome.FullName, "bin", "java"), words, addresses.ToEnvironment(), line => last = line.Contains("records sent", StringComparison.Ordinal) ? line : last, cancel);
            return exitCode == 0 && Rate().Match(last) is { Success: true } rate
                ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)
                : throw new EngineException($"Kafka's ProducerPerformance ended with exit code {exitCode}; its last line: {last}");
        });
    }

    private async Task<ProducerRun> MeasureAsync(Func<Task<double>> run)
    {
        long before = Counted();
        double cpu = ProcessTree.CpuSeconds(Environment.ProcessId);
        double perSecond = await run();
        double spent = ProcessTree.CpuSeconds(Environment.ProcessId) - cpu;
        long counted = Counted() - before;
        return counted == records
            ? new(Math.Round(perSecond), Math.Round(spent / records * 1e6, 3))
            : throw new EngineException($"{records:N0} records were sent, but the topic grew by {counted:N0}.");
    }

    private long Counted()
    {
        using TopicOffsets offsets = new(addresses.Kafka);
        try
        {
            return offsets.End([Topics.Transactions]).Sum(end => end.Offset);
        }
        catch (TopicException) when (_first <= records)
        {
            return 0; // the first run makes the topic
        }
    }

    /// <summary>Kafka's producer sends lines of a file: some of our own, so that both compress the same text.</summary>
    private Task WriteSamplesAsync(CancellationToken cancel) => Task.Run(
        async () =>
        {
            StreamWriter file = new(Payload);
            await using (file)
            {
                foreach (TopicRecord record in new TopicReader(addresses.Kafka).Read([Topics.Transactions], cancel).Take(Samples))
                {
                    await file.WriteAsync(System.Text.Encoding.UTF8.GetString(record.Value!) + "\n");
                }
            }
        },
        cancel);

    [GeneratedRegex(@"records sent, ([0-9.]+) records/sec")]
    private static partial Regex Rate();
}
