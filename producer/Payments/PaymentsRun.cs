using System.Diagnostics;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Platform.Kafka.Produce;

namespace SpecialDelivery.Producer.Payments;

/// <summary>One run, in this process or in several, and what the broker counted of it.</summary>
/// <param name="kafka">Kafka's <c>host:port</c>.</param>
/// <param name="log">Told how it goes.</param>
internal sealed class PaymentsRun(string kafka, TextWriter log)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    /// <summary>Runs.</summary>
    /// <param name="arguments">Sound arguments.</param>
    /// <param name="stop">Ends early; that is no error.</param>
    /// <exception cref="TopicException">The broker does not answer.</exception>
    public async Task<PaymentsResult> RunAsync(PaymentsArguments arguments, CancellationToken stop)
    {
        await TopicAdmin.EnsureAsync(kafka, [Topics.Transactions], arguments.Partitions).ConfigureAwait(false);
        long before = End();
        PaymentsResult result = arguments.Processes == 1
            ? await SendAsync(arguments, stop).ConfigureAwait(false)
            : await ProducerProcesses.RunAsync(arguments, log, stop).ConfigureAwait(false);
        return result with { Counted = End() - before };
    }

    private long End()
    {
        using TopicOffsets offsets = new(kafka);
        return offsets.End([Topics.Transactions]).Sum(end => end.Offset);
    }

    private async Task<PaymentsResult> SendAsync(PaymentsArguments arguments, CancellationToken stop)
    {
        PaymentSender sender = new(new PaymentStream(arguments.Stream), arguments, number => Open(arguments, number));
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        Task<IReadOnlyList<Exception>> running = Task.Factory.StartNew(
            () => sender.Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await TellAsync(sender, running).ConfigureAwait(false);
        IReadOnlyList<Exception> faults = await running.ConfigureAwait(false);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (Exception fault in faults)
        {
            await log.WriteLineAsync(fault is RecordsLostException or TopicException ? fault.Message : fault.ToString()).ConfigureAwait(false);
        }

        PaymentCounts counts = sender.Counts;
        return new(
            counts.Sent, sender.Acknowledged, 0, counts.Bytes, counts.Anomalies, counts.Junk, seconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private IPaymentSink Open(PaymentsArguments arguments, int number) => arguments.Librdkafka
        ? new LibrdkafkaSink(new RecordWriter(kafka, new RecordWriterSettings { Linger = arguments.Writer.Linger }))
        : new ProtocolSink(new BatchWriter(kafka, Topics.Transactions, arguments.Writer, number));

    private async Task TellAsync(PaymentSender sender, Task running)
    {
        long last = 0;
        long at = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(running, Task.Delay(ProgressEvery)).ConfigureAwait(false) != running)
        {
            long sent = sender.Counts.Sent;
            await log.WriteLineAsync($"sent {sent:N0}  acknowledged {sender.Acknowledged:N0}  {(sent - last) / Stopwatch.GetElapsedTime(at).TotalSeconds:N0}/s").ConfigureAwait(false);
            (last, at) = (sent, Stopwatch.GetTimestamp());
        }
    }
}
