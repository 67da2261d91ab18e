using System.CommandLine;
using System.Text.Json;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Producer.AppEvents;

namespace SpecialDelivery.Producer.Commands;

/// <summary>The command <c>events</c>: apps that post what happens in them.</summary>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
/// <param name="variable">Reads an environment variable.</param>
/// <param name="time">The wall clock.</param>
internal sealed class EventsCommand(string kafka, Func<string, string?> variable, TimeProvider time)
{
    private const string Description =
        """
        Post events of apps, as ten of them would: one event per second each.

        A batch without an answer is posted again under the same Idempotency-Key. The same seed and --from make the same events.

        Examples:
          events                                             ten events per second to the REST service until Ctrl-C
          events --rate 1000 --for 60s --json                a minute at 1 000 per second; ends with one line of JSON
          events --to kafka --rate 50000 --for 30s           straight to the topic
          events --rate 200 --for 10s --junk 0.05 --late 0.1 with bad and late ones
        """;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly EventsOptions _options = new(ServiceOf(variable(Variables.ApiUrls)));

    /// <summary>The command, ready to be added.</summary>
    public Command Create()
    {
        Command command = new("events", Description);
        _options.AddTo(command);
        command.SetAction((result, stop) => RunAsync(_options.Read(result, time.GetUtcNow().ToUnixTimeSeconds()), result.InvocationConfiguration, stop));
        return command;
    }

    private static Uri ServiceOf(string? urls) =>
        Uri.TryCreate(urls?.Split(';')[0], UriKind.Absolute, out Uri? url) ? url : new("http://127.0.0.1:5080");

    private async Task<int> RunAsync(EventsArguments arguments, InvocationConfiguration console, CancellationToken stop)
    {
        await Task.Yield(); // the library listens for Ctrl-C and SIGTERM only once this method has returned to it
        List<string> faults = [.. arguments.Faults()];
        if (faults.Count > 0)
        {
            faults.ForEach(console.Error.WriteLine);
            return ExitCode.Usage;
        }

        try
        {
            return await PostAsync(arguments, console, stop).ConfigureAwait(false);
        }
        catch (IOException fault)
        {
            await console.Error.WriteLineAsync(fault.Message).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private async Task<int> PostAsync(EventsArguments arguments, InvocationConfiguration console, CancellationToken stop)
    {
        IAppEventSink sink = arguments.IsToKafka
            ? await TopicSink.OpenAsync(kafka, arguments.Partitions).ConfigureAwait(false)
            : new ApiSink(arguments.Service, variable(Variables.ApiKey), time);
        await using (sink.ConfigureAwait(false))
        {
            AppEventSettings events = arguments.Events;
            AppThreads apps = new(new(events), sink, arguments.Threads, arguments.Batch, $"events-{events.Seed}-{time.GetUtcNow().ToUnixTimeMilliseconds()}-{Environment.ProcessId}", time);
            using CancellationTokenSource giveUp = new();
            using CancellationTokenRegistration asked = stop.Register(() => giveUp.CancelAfter(Farewell));
            if (arguments.Limit is { } limit)
            {
                giveUp.CancelAfter(limit + TimeSpan.FromMinutes(2)); // a service that has gone for good must not hold the command
            }

            using ITimer progress = time.CreateTimer(_ => console.Error.WriteLine(Line(apps)), null, ProgressEvery, ProgressEvery);
            try
            {
                await apps.RunAsync(arguments.Count, arguments.Limit, stop, giveUp.Token).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is RecordsLostException or OperationCanceledException)
            {
                await console.Error.WriteLineAsync(fault is RecordsLostException ? fault.Message : "Given up: some events have had no answer.").ConfigureAwait(false);
            }

            await console.Output.WriteLineAsync(arguments.IsJson ? ToJson(arguments, apps) : Summary(apps)).ConfigureAwait(false);
            return apps.Counts.IsBalanced ? ExitCode.Done : ExitCode.Failed;
        }
    }

    private static string Line(AppThreads apps) =>
        $"posted {apps.Counts.Posted:N0}  accepted {apps.Counts.Accepted:N0}  rejected {apps.Counts.Rejected:N0}  repeated posts {apps.Counts.Repeated:N0}  {apps.Counts.Posted / apps.Elapsed.TotalSeconds:N0}/s";

    private static string Summary(AppThreads apps) =>
        $"posted {apps.Counts.Posted:N0} {(apps.Counts.IsBalanced ? "=" : "≠")} accepted {apps.Counts.Accepted:N0} + rejected {apps.Counts.Rejected:N0}  in {apps.Elapsed.TotalSeconds:N1} s";

    private static string ToJson(EventsArguments arguments, AppThreads apps) => JsonSerializer.Serialize(
        new
        {
            apps.Counts.Posted,
            apps.Counts.Accepted,
            apps.Counts.Rejected,
            apps.Counts.Repeated,
            Balanced = apps.Counts.IsBalanced,
            Seconds = Math.Round(apps.Elapsed.TotalSeconds, 3),
            arguments.Events.Seed,
            arguments.Events.From,
        },
        Json);
}
