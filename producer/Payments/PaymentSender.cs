using System.Diagnostics;
using System.Text;
using SpecialDelivery.Core.Payments;

namespace SpecialDelivery.Producer.Payments;

/// <summary>Sends a stream of payments with several threads; each takes the next chunk of ids, so event time runs evenly through all of them.</summary>
/// <param name="stream">The payments.</param>
/// <param name="arguments">How many, how fast, how long.</param>
/// <param name="open">Makes the sink of a thread, given its number.</param>
internal sealed class PaymentSender(PaymentStream stream, PaymentsArguments arguments, Func<int, IPaymentSink> open)
{
    private const int LargestChunk = 2_048;

    private static readonly byte[][] Labels = [.. Enum.GetNames<AnomalyReason>().Select(name => Encoding.ASCII.GetBytes(name.ToLowerInvariant()))];
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    private readonly IPaymentSink?[] _sinks = new IPaymentSink?[arguments.Threads];
    private readonly int _chunk = (int)Math.Clamp((arguments.Rate ?? double.MaxValue) / 100, 1, LargestChunk); // a hundredth of a second at most
    private long _next;
    private long _started;

    /// <summary>What was handed over.</summary>
    public PaymentCounts Counts { get; } = new();

    /// <summary>What is safe.</summary>
    public long Acknowledged => _sinks.Sum(sink => sink?.Acknowledged ?? 0);

    /// <summary>Sends until the records or the time are used up, or somebody stops it; then flushes.</summary>
    /// <param name="stop">Ends early; that is no error.</param>
    /// <returns>What stopped threads early, empty when all is well.</returns>
    public IReadOnlyList<Exception> Run(CancellationToken stop)
    {
        List<Exception> faults = [];
        _started = Stopwatch.GetTimestamp();
        Thread[] threads = [.. Enumerable.Range(0, arguments.Threads).Select(number => new Thread(() =>
        {
            try
            {
                Work(number, stop);
            }
            catch (Exception e) // a thread's fault is the run's: told when all have ended
            {
                lock (faults)
                {
                    faults.Add(e);
                }
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return faults;
    }

    private void Work(int number, CancellationToken stop)
    {
        using IPaymentSink sink = open(number);
        _sinks[number] = sink;
        byte[] buffer = new byte[PaymentWriter.MaxBytes];
        while (!stop.IsCancellationRequested && !(Stopwatch.GetElapsedTime(_started) >= arguments.For))
        {
            long from = Interlocked.Add(ref _next, _chunk) - _chunk;
            long to = Math.Min(from + _chunk, arguments.Records ?? long.MaxValue);
            if (from >= to || !WaitForTurn(from, sink, stop))
            {
                break;
            }

            Send(arguments.First + from, arguments.First + to, sink, buffer);
            sink.Poll();
        }

        sink.Flush();
    }

    private void Send(long from, long to, IPaymentSink sink, byte[] buffer)
    {
        long bytes = 0, anomalies = 0, junk = 0;
        for (long id = from; id < to; id++)
        {
            PaymentDraft payment = stream.Of(id);
            ReadOnlySpan<byte> value = buffer.AsSpan(0, PaymentWriter.Write(payment, buffer));
            if (stream.IsJunk(id))
            {
                value = PaymentJunk.InPlaceOf(value, stream.Dice(id));
                sink.Write(value, payment.Time, default);
                junk++;
            }
            else
            {
                sink.Write(value, payment.Time, payment.Anomaly is { } anomaly ? Labels[(int)anomaly] : default);
                anomalies += payment.Anomaly is null ? 0 : 1;
            }

            bytes += value.Length;
        }

        Counts.Add(to - from, bytes, anomalies, junk);
    }

    private bool WaitForTurn(long from, IPaymentSink sink, CancellationToken stop)
    {
        while (arguments.Rate is { } rate)
        {
            TimeSpan elapsed = Stopwatch.GetElapsedTime(_started);
            TimeSpan ahead = TimeSpan.FromSeconds(from / rate) - elapsed;
            if (stop.IsCancellationRequested || elapsed >= arguments.For)
            {
                return false;
            }

            if (ahead <= TimeSpan.Zero)
            {
                return true;
            }

            sink.Poll();
            Thread.Sleep(ahead < LongestPause ? ahead : LongestPause);
        }

        return true;
    }
}
