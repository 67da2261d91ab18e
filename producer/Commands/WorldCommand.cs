using System.CommandLine;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Producer.Disturbances;
using SpecialDelivery.Producer.Records;
using SpecialDelivery.Producer.Replay;
using SpecialDelivery.Producer.Sinks;
using SpecialDelivery.Producer.Worlds;
using SpecialDelivery.Producer.Worlds.Cities;
using SpecialDelivery.Producer.Worlds.Flights;

namespace SpecialDelivery.Producer.Commands;

/// <summary>The command <c>world</c>: a seeded stream of trips and packages.</summary>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
/// <param name="time">The wall clock.</param>
internal sealed class WorldCommand(string kafka, TimeProvider time)
{
    private const string Description =
        """
        Send trips (topic DRIVER) and packages (topic SENDER) of a seeded world.

        The record timestamp is the event's own time, the header sent_at the wall clock. The same options send the same records.

        Examples:
          world                                              the real flights of three days, as fast as possible, to Kafka
          world --speed 1200x --for 60s                      twenty hours of flights in a minute
          world --world cities --trips 100000 --packages 50000 --seed 7
          world --world cities --trips 1000 --packages 1000 --junk 0 --to -
        """;

    private readonly WorldOptions _options = new();

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new("world", Description);
        _options.AddTo(command);
        command.SetAction((result, stop) => RunAsync(_options.Read(result), result.InvocationConfiguration, stop));
        return command;
    }

    private async Task<int> RunAsync(WorldArguments arguments, InvocationConfiguration console, CancellationToken stop)
    {
        await Task.Yield(); // the library listens for Ctrl-C and SIGTERM only once this method has returned to it
        try
        {
            FlightData? flights = arguments.Flights is null ? null : arguments.Data is { } path ? FlightData.Load(path) : FlightData.Sample();
            List<string> faults = [.. arguments.Faults(flights?.Flights.Count ?? 0)];
            if (faults.Count > 0)
            {
                faults.ForEach(console.Error.WriteLine);
                return ExitCode.Usage;
            }

            IWorld world = arguments.Cities is { } cities ? new CitiesWorld(cities) : new FlightsWorld(arguments.Flights!, flights!);
            return await SendAsync(arguments, new(world, arguments.Disturbances), console, stop).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await console.Error.WriteLineAsync(fault.Message).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private async Task<int> SendAsync(WorldArguments arguments, RoughWorld world, InvocationConfiguration console, CancellationToken stop)
    {
        IRecordSink sink = await OpenAsync(arguments).ConfigureAwait(false);
        await using (sink.ConfigureAwait(false))
        {
            long started = time.GetTimestamp();
            Replayer replayer = new(sink, arguments.Pace, arguments.Limit, new ConsoleProgress(console.Error), time);
            try
            {
                await replayer.RunAsync(world.Records(), stop).ConfigureAwait(false);
            }
            catch (RecordsLostException lost)
            {
                await console.Error.WriteLineAsync(lost.Message).ConfigureAwait(false);
            }

            await console.Error.WriteLineAsync(Summary(replayer.Counts, sink.Acknowledged, time.GetElapsedTime(started))).ConfigureAwait(false);
            return replayer.Counts.Sent == sink.Acknowledged ? ExitCode.Done : ExitCode.Failed;
        }
    }

    private static string Summary(ReplayCounts counts, long acknowledged, TimeSpan elapsed) =>
        $"""
        trips {counts[RecordKind.Trip]:N0}  packages {counts[RecordKind.Package]:N0}  withdrawals {counts[RecordKind.Withdrawal]:N0}  returns {counts[RecordKind.Return]:N0}  junk {counts[RecordKind.Junk]:N0}  (late {counts.Late:N0})
        sent {counts.Sent:N0} {(counts.Sent == acknowledged ? "=" : "≠")} acknowledged {acknowledged:N0}  in {elapsed.TotalSeconds:N1} s  {counts.Sent / elapsed.TotalSeconds:N0}/s
        """;

    private async Task<IRecordSink> OpenAsync(WorldArguments arguments) => arguments.Target.Place switch
    {
        TargetPlace.File => new NdjsonSink(new FileStream(arguments.Target.Path!, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0)),
        TargetPlace.StandardOutput => new NdjsonSink(Console.OpenStandardOutput()),
        _ => await KafkaSink.OpenAsync(kafka, arguments.Partitions, time).ConfigureAwait(false),
    };
}
