using System.CommandLine;
using SpecialDelivery.Bench.Events;

namespace SpecialDelivery.Bench;

/// <summary><c>bench events</c>.</summary>
internal static class EventsVerb
{
    public static Command Create()
    {
        EventsBenchOptions defaults = new();
        Option<int> records = new("--records") { Description = "Events counted and kept as files.", DefaultValueFactory = _ => defaults.Records };
        Option<int> maxRecords = new("--max-records") { Description = "Most events of one batch of those.", DefaultValueFactory = _ => defaults.MaxRecords };
        Option<int> rounds = new("--rounds") { Description = "Rounds with the search index, each beside two clients that only fill an index; 0 for none.", DefaultValueFactory = _ => defaults.Rounds };
        Option<int> documents = new("--documents") { Description = "Events of such a round.", DefaultValueFactory = _ => defaults.Documents };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command verb = new("events", "App events counted and kept as files per second, end to end from a full topic, and with the search index.") { records, maxRecords, rounds, documents, json };
        records.AtLeast(1);
        maxRecords.AtLeast(1);
        rounds.AtLeast(0);
        documents.AtLeast(1_000);
        verb.LeavesWarmBatches(maxRecords, records);
        verb.SetAction(async (parsed, cancel) =>
        {
            EventsBench bench = new(new()
            {
                Records = parsed.GetValue(records),
                MaxRecords = parsed.GetValue(maxRecords),
                Rounds = parsed.GetValue(rounds),
                Documents = parsed.GetValue(documents),
            });
            EventsBenchResult result = await bench.RunAsync(cancel);
            Console.WriteLine(parsed.GetValue(json) ? result.ToJson() : result.ToString());
        });
        return verb;
    }
}
