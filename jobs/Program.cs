using System.CommandLine;
using System.CommandLine.Invocation;
using Microsoft.Spark.Extensions;
using SpecialDelivery.Core.Claims;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Jobs;
using SpecialDelivery.Jobs.Commands;
using SpecialDelivery.Jobs.Hosting;
using SpecialDelivery.Platform.Elasticsearch;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Platform.Redis;

if (SparkWorker.Serve(args))
{
    return 0;
}

string master = Environment.GetEnvironmentVariable(Variables.SparkMaster) is { Length: > 0 } url ? url : "local[2]";
JobAddresses addresses = JobAddresses.From(Environment.GetEnvironmentVariable);
RootCommand root = new("Special Delivery's jobs on Spark.")
{
    new MatchingCommand(addresses, master, TimeProvider.System).Create(),
    new EventsCommand(addresses, master, TimeProvider.System).Create(),
    new VerifyCommand(addresses, master).Create(),
    new ReportCommand(addresses, master).Create(),
    new TransactionsCommand(addresses, master, TimeProvider.System).Create(),
    new DecodeCommand(addresses, master).Create(),
};
ParseResult command = root.Parse(args);
try
{
    // Long enough after Ctrl-C to end a batch.
    InvocationConfiguration invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) };
    int exitCode = await command.InvokeAsync(invocation).ConfigureAwait(false);
    return command.Action is ParseErrorAction ? ExitCode.Usage : exitCode;
}
catch (OperationCanceledException)
{
    return ExitCode.Failed;
}
catch (Exception e)
{
    // The outermost edge: whatever stopped the job, its operator reads why, and a supervisor sees that it failed.
    await Console.Error.WriteLineAsync(Explain(e)).ConfigureAwait(false);
    return ExitCode.Failed;
}

static string Explain(Exception e) =>
    e is JobException or StoreNotReadyException or ClaimStoreUnavailableException or TopicException or ElasticsearchException ? e.Message : e.ToString();
