using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Spark.Extensions;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Jobs.Steps;
using SpecialDelivery.Platform.Kafka;
using static Microsoft.Spark.Sql.Functions;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The command <c>decode</c>: ways to read payments, measured on what lies in the topic.</summary>
/// <param name="addresses">Where the servers are.</param>
/// <param name="defaultMaster">Spark's master URL.</param>
internal sealed class DecodeCommand(JobAddresses addresses, string defaultMaster)
{
    private const string ScanAlone = "scan alone";

    private readonly Option<int> _rounds = new("--runs") { Description = "Measured rounds; each way once per round, in turn.", DefaultValueFactory = _ => 3 };

    private readonly Option<int> _records = new("--records") { Description = "Most records read, from the topic's begin.", DefaultValueFactory = _ => 1_000_000 };

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new("decode", "Measure ways to read payments: a JSON line per way, all over the same records.") { _rounds, _records };
        command.SetAction(async (parsed, stop) =>
        {
            await Task.Yield(); // the library listens for Ctrl-C and SIGTERM only once this method has returned to it
            Measure(parsed.GetValue(_rounds), parsed.GetValue(_records), stop);
        });
        return command;
    }

    private void Measure(int rounds, int most, CancellationToken stop)
    {
        using SparkSession spark = SparkSessions.Open("decode", defaultMaster, "3g");
        DataFrame records = spark.Read()
            .Format("kafka")
            .Option("kafka.bootstrap.servers", addresses.Kafka)
            .Option("subscribe", Topics.Transactions)
            .Option("endingOffsets", Ends(most))
            .Option("kafka.max.poll.records", 10_000)
            .Option("kafka.max.partition.fetch.bytes", 8_388_608)
            .Option("kafka.fetch.max.bytes", 67_108_864)
            .Option("kafka.receive.buffer.bytes", 1_048_576)
            .Load();
        Dictionary<string, Func<Sum>> ways = DecodePaths.All.ToDictionary(way => way.Key, way => (Func<Sum>)(() => Add(way.Value(records))));
        ways.Add(ScanAlone, () => records.Agg(Count(Lit(1)).As("Count"), Functions.Sum(Expr("length(value)")).As("Cents")).CollectAs<Sum>()[0]);
        Dictionary<string, List<double>> seconds = ways.Keys.ToDictionary(way => way, _ => new List<double>());
        Dictionary<string, Sum> sums = [];
        for (int round = 0; round <= rounds; round++)
        {
            foreach ((string way, Func<Sum> run) in ways)
            {
                stop.ThrowIfCancellationRequested();
                long start = Stopwatch.GetTimestamp();
                sums[way] = run();
                if (round > 0) // the first warms up
                {
                    seconds[way].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                }
            }
        }

        foreach (string way in ways.Keys)
        {
            double median = seconds[way].Order().ElementAt(rounds / 2);
            Console.WriteLine(JsonSerializer.Serialize(new { way, records = sums[way].Count, cents = sums[way].Cents, seconds = Math.Round(median, 3), per_second = Math.Round(sums[ScanAlone].Count / median) }));
        }
    }

    /// <summary>Where to stop, so that the partitions give an even share.</summary>
    private string Ends(int most)
    {
        using TopicOffsets offsets = new(addresses.Kafka);
        Dictionary<int, long> begin = offsets.Beginning([Topics.Transactions]).ToDictionary(place => place.Partition, place => place.Offset);
        Dictionary<string, long> ends = offsets.End([Topics.Transactions])
            .ToDictionary(end => $"{end.Partition}", end => Math.Min(end.Offset, begin[end.Partition] + (most / begin.Count)));
        return JsonSerializer.Serialize(new Dictionary<string, Dictionary<string, long>> { [Topics.Transactions] = ends });
    }

    private static Sum Add(DataFrame groups) => groups
        .Agg(Functions.Sum(Col("Count")).As("Count"), Functions.Sum(Col("Cents")).As("Cents"))
        .CollectAs<Sum>()[0];

    private sealed record Sum(long Count, long Cents);
}
