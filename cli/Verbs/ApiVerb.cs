using System.CommandLine;
using SpecialDelivery.Engine;

namespace SpecialDelivery.Cli.Verbs;

/// <summary><c>sd api</c>.</summary>
internal static class ApiVerb
{
    public static Command Create()
    {
        Argument<string[]> words = ProgramVerb.Words("what", "key, and options; nothing to serve.");
        Verb verb = new("api", "Serve events, counts, searches and matches over REST.",
            "sd api                                        # http://127.0.0.1:5080 until Ctrl-C; /docs says what there is",
            "SD_API_URLS=http://127.0.0.1:8080 sd api      # another port",
            "sd api key --name shop-app --scopes ingest    # an API key, needed beyond loopback",
            "sd api --help                                 # every setting")
        {
            words,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            string[] arguments = parsed.GetValue(words)!;
            await using LocalEngine engine = await ProgramVerb.ConnectAsync(arguments.Length == 0 ? ServerSet.Stores : ServerSet.None, cancel);
            return await ProgramProcess.RunAsync(ProgramProcess.Api, arguments, engine.Addresses, onOutput: null, cancel);
        });
        return verb;
    }
}
