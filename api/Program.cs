using System.CommandLine;
using System.CommandLine.Invocation;
using SpecialDelivery.Api.Commands;

RootCommand root = new ServeCommand(Environment.GetEnvironmentVariable).Create();
ParseResult command = root.Parse(args);
int exitCode = await command.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
return command.Action is ParseErrorAction ? ExitCode.Usage : exitCode;
