using System.CommandLine;
using SpecialDelivery.Cli;

namespace UnitTests.Cli;

public sealed class CommandLineTests
{
    public static TheoryData<string> Verbs => [.. All(CommandLine.Create()).Where(command => command.Parents.Any()).Select(Path)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void The_help_of_every_verb_ends_in_examples(string verb)
    {
        StringWriter output = new();

        int exitCode = CommandLine.Create().Parse([.. verb.Split(' '), "--help"]).Invoke(new InvocationConfiguration { Output = output });

        Assert.Equal(CommandLine.Done, exitCode);
        string examples = output.ToString().Split("Examples:")[1];
        Assert.Contains($"sd {verb}", examples, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("up", "--nonsense")]
    [InlineData("test", "everything")]
    [InlineData("engine", "repack")]
    public async Task Wrong_usage_gives_two(params string[] args) => Assert.Equal(CommandLine.WrongUsage, await CommandLine.RunAsync(args));

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    private static string Path(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Where(parent => parent.Parents.Any()).Select(parent => parent.Name).Append(command.Name));
}
