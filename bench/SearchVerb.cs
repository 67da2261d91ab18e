using System.CommandLine;
using SpecialDelivery.Bench.Search;

namespace SpecialDelivery.Bench;

/// <summary><c>bench search</c>.</summary>
internal static class SearchVerb
{
    public static Command Create()
    {
        SearchBenchOptions defaults = new();
        Option<int> documents = new("--documents") { Description = "Events in the index.", DefaultValueFactory = _ => defaults.Documents };
        Option<int> requests = new("--requests") { Description = "Measured pairs of requests per kind.", DefaultValueFactory = _ => defaults.Requests };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        Command verb = new("search", "Counts and pages through the REST service against the same queries straight to Elasticsearch.") { documents, requests, json };
        documents.AtLeast(1_000);
        requests.AtLeast(1);
        verb.SetAction(async (parsed, cancel) =>
        {
            await Task.Yield();
            SearchBenchResult result = await new SearchBench(new() { Documents = parsed.GetValue(documents), Requests = parsed.GetValue(requests) }).RunAsync(cancel);
            Console.WriteLine(parsed.GetValue(json) ? result.ToJson() : result.ToString());
        });
        return verb;
    }
}
