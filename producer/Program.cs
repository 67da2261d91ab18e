using System.CommandLine;
using System.CommandLine.Invocation;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Producer.Commands;

string kafka = Environment.GetEnvironmentVariable(Variables.Kafka) is { Length: > 0 } address ? address : "127.0.0.1:9092";
RootCommand root = new("Special Delivery's simulated world.")
{
    new WorldCommand(kafka, TimeProvider.System).Create(),
    new PaymentsCommand(kafka).Create(),
    new EventsCommand(kafka, Environment.GetEnvironmentVariable, TimeProvider.System).Create(),
};
ParseResult command = root.Parse(args);

// Long enough after Ctrl-C to hand over what is under way.
int exitCode = await command.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
return command.Action is ParseErrorAction ? ExitCode.Usage : exitCode;
