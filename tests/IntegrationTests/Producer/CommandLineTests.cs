using SpecialDelivery.Core.Names;

namespace IntegrationTests.Producer;

/// <summary>The program as a process, without a broker.</summary>
public sealed class CommandLineTests
{
    private const string NoBroker = "127.0.0.1:1";

    [Theory]
    [InlineData("cities")]
    [InlineData("flights")]
    public async Task The_same_command_prints_the_same_lines(string world)
    {
        string[] command = ["world", "--world", world, "--trips", "200", "--packages", "100", "--seed", "3", "--junk", "0.1", "--to", "-"];
        ProducerRun first = await RunAsync(command);
        ProducerRun second = await RunAsync(command);
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Equal(first.Output, second.Output);
        Assert.InRange(first.Output.Count(character => character == '\n'), 301, 400);
        Assert.Contains("trips 200  packages 100", first.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("world --speed fast", "fast")]
    [InlineData("world --world cities --trips -1 --late 2", "Trips is -1")]
    [InlineData("world --world cities --trips -1 --late 2", "LateFraction is 2")]
    [InlineData("world --trips 99999999", "Trips is 99999999")]
    [InlineData("world --hot 0.5", "--hot belongs to --world cities")]
    [InlineData("world --world cities --data x.csv", "--data belongs to --world flights")]
    [InlineData("world --partitions 0 --to -", "Partitions is 0")]
    [InlineData("world --nonsense", "--nonsense")]
    [InlineData("", "Required command")]
    public async Task Wrong_usage_exits_with_2_and_says_what_is_wrong(string command, string expected)
    {
        ProducerRun run = await RunAsync(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("world --data /nowhere/flights.csv --to -", "/nowhere")]
    [InlineData("world --to file:/nowhere/out.ndjson", "/nowhere")]
    public async Task What_cannot_be_read_or_written_exits_with_1(string command, string expected)
    {
        ProducerRun run = await RunAsync(command.Split(' '));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_when_its_time_is_up()
    {
        ProducerRun run = await RunAsync("world", "--world", "cities", "--speed", "0.1x", "--for", "200ms", "--to", "-");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.InRange(run.Output.Count(character => character == '\n'), 0, 100);
    }

    [Theory]
    [InlineData("max")]
    [InlineData("1x")]
    public async Task Ends_in_good_order_when_asked_to(string speed)
    {
        const int endless = 100_000_000;
        string target = Path.GetTempFileName();
        try
        {
            ProducerRun run = await ProducerRun.StopEarlyAsync(
                NoBroker, TestContext.Current.CancellationToken, "world", "--world", "cities", "--trips", $"{endless}", "--speed", speed, "--to", $"file:{target}");
            Assert.True(run.ExitCode == 0, run.Error);
            int lines = File.ReadLines(target).Count();
            Assert.InRange(lines, 1, endless - 1);
            Assert.Contains($"sent {lines:N0} = acknowledged {lines:N0}", run.Error, StringComparison.Ordinal);
            Assert.EndsWith("\n", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(target);
        }
    }

    [Fact]
    public async Task Without_a_broker_it_fails_and_says_what_to_do()
    {
        ProducerRun run = await RunAsync("world", "--world", "cities", "--trips", "1", "--packages", "1");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"Kafka at {NoBroker} cannot be used", run.Error, StringComparison.Ordinal);
        Assert.Contains(Variables.Kafka, run.Error, StringComparison.Ordinal);
    }

    private static Task<ProducerRun> RunAsync(params string[] arguments) =>
        ProducerRun.StartAsync(NoBroker, TestContext.Current.CancellationToken, arguments);
}
