using System.CommandLine;
using System.CommandLine.Invocation;
using SpecialDelivery.Bench;

RootCommand root = new("Special Delivery's benchmarks, each on servers of its own.") { MatchingVerb.Create(), ClaimsVerb.Create(), EventsVerb.Create(), SearchVerb.Create(), ProducerVerb.Create(), TransactionsVerb.Create() };
ParseResult command = root.Parse(args.Length == 0 ? ["--help"] : args);
int exitCode = await command.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
return command.Action is ParseErrorAction ? 2 : exitCode;
