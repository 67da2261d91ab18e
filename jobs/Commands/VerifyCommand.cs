using System.CommandLine;
using System.Text.Json;
using Microsoft.Spark.Sql;
using SpecialDelivery.Core.Books;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Jobs.Events;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Jobs.Commands;

/// <summary>The command <c>verify</c>.</summary>
/// <param name="addresses">Where the servers are.</param>
/// <param name="master">Spark's master URL.</param>
internal sealed class VerifyCommand(JobAddresses addresses, string master)
{
    private const int InputPartitions = 2;

    private readonly Option<bool> _json = new("--json") { Description = "Print the balance sheet as one line of JSON." };
    private readonly Option<string> _files = new("--files") { Description = "Folder of the files.", DefaultValueFactory = _ => EventFolders.Default(addresses.Home) };

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command events = new("events", "Topic = files + dead letters; files = documents = counts + late. Exit code 1 when one of them is red.") { _json, _files };
        events.SetAction(RunAsync);
        return new Command("verify", "Compare what the stores hold, without believing any of them.") { events };
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await TopicAdmin.EnsureAsync(addresses.Kafka, [Topics.AppEvents, Topics.DeadLetters], InputPartitions).ConfigureAwait(false);
        using ElasticsearchClient elasticsearch = new(addresses.Elasticsearch);
        using SparkSession spark = SparkSessions.Open("verify", master, "1g");
        EventBooks books = await new EventAudit(spark, addresses.Kafka, elasticsearch, parsed.GetValue(_files)!.TrimEnd('/')).TakeAsync(cancel).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                balanced = books.Balanced,
                topic = books.Topic,
                rows = books.Rows,
                quarantined = books.Quarantined,
                documents = books.Documents.Values.Sum(),
                counted = books.Counted,
                late = books.Late,
                laws = books.Laws,
            }));
        }
        else
        {
            foreach (BalanceLaw law in books.Laws)
            {
                Console.WriteLine(law);
            }

            Console.WriteLine(books.Balanced ? "The books balance." : $"The books do not balance: {string.Join("; ", books.Laws.Where(law => !law.Holds).Select(law => law.Law))}.");
        }

        return books.Balanced ? ExitCode.Done : ExitCode.Failed;
    }
}
