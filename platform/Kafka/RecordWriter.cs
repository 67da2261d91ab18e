using System.Text;
using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Writes records fast and loses none silently: what the broker did not acknowledge makes <see cref="Flush(CancellationToken)"/> throw.</summary>
/// <remarks>Idempotent, acknowledged by all replicas, lz4. Keys go to the partition that Kafka's own Java client would choose, so a key written from here and from Spark keeps its order. Safe for several threads.</remarks>
public sealed class RecordWriter : IDisposable
{
    private static readonly TimeSpan QueueFullWait = TimeSpan.FromMilliseconds(50);

    private readonly IProducer<byte[]?, byte[]?> _producer;
    private readonly Action<DeliveryReport<byte[]?, byte[]?>> _delivered;
    private readonly string _bootstrap;
    private long _sent;
    private long _acknowledged;
    private long _failed;
    private Error? _firstError;

    /// <summary>Makes a writer; connects in the background.</summary>
    /// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
    /// <param name="settings">Delay and bounds; null = the defaults.</param>
    public RecordWriter(string bootstrap, RecordWriterSettings? settings = null)
    {
        LibrdKafka.Use();
        _bootstrap = bootstrap;
        _delivered = Delivered;
        _producer = new ProducerBuilder<byte[]?, byte[]?>((settings ?? new()).ToConfig(bootstrap)).SetKeySerializer(Serializers.ByteArray!).SetValueSerializer(Serializers.ByteArray!).SetLogHandler(Quiet.Log).SetErrorHandler(Fault).Build();
    }

    /// <summary>Records handed over since the writer was made.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Records the broker has acknowledged since the writer was made.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Hands a record over; waits while the queue is full.</summary>
    /// <param name="topic">Topic name.</param>
    /// <param name="key">Key; null = none.</param>
    /// <param name="value">Value; null = a tombstone. The array must not be changed afterwards.</param>
    /// <param name="timestamp">The record's time, unix milliseconds; null = now.</param>
    /// <param name="headers">Headers; null = none.</param>
    /// <exception cref="RecordsLostException">An earlier record failed; the writer takes no more until <see cref="Flush(CancellationToken)"/> has told so.</exception>
    public void Write(string topic, byte[]? key, byte[]? value, long? timestamp = null, IReadOnlyList<RecordHeader>? headers = null)
    {
        if (Volatile.Read(ref _firstError) is not null)
        {
            throw Lost();
        }

        Message<byte[]?, byte[]?> message = new() { Key = key, Value = value };
        if (timestamp is { } unixMilliseconds)
        {
            message.Timestamp = new Timestamp(unixMilliseconds, TimestampType.CreateTime);
        }

        if (headers is not null)
        {
            message.Headers = [];
            foreach (RecordHeader header in headers)
            {
                message.Headers.Add(header.Name, header.Value);
            }
        }

        Produce(topic, message);
    }

    /// <summary>Hands a record over; waits while the queue is full.</summary>
    /// <param name="topic">Topic name.</param>
    /// <param name="key">Key, written as UTF-8.</param>
    /// <param name="value">Value; copied.</param>
    /// <param name="timestamp">The record's time, unix milliseconds; null = now.</param>
    /// <param name="headers">Headers; null = none.</param>
    /// <exception cref="RecordsLostException">An earlier record failed.</exception>
    public void Write(string topic, string key, ReadOnlySpan<byte> value, long? timestamp = null, IReadOnlyList<RecordHeader>? headers = null) =>
        Write(topic, Encoding.UTF8.GetBytes(key), value.ToArray(), timestamp, headers);

    /// <summary>Waits until every record has been acknowledged.</summary>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="RecordsLostException">Some records failed since the last flush; the writer is usable again.</exception>
    public void Flush(CancellationToken cancel)
    {
        _producer.Flush(cancel);
        if (Volatile.Read(ref _firstError) is not null)
        {
            RecordsLostException lost = Lost();
            Interlocked.Exchange(ref _failed, 0);
            Volatile.Write(ref _firstError, null);
            throw lost;
        }
    }

    /// <summary>Waits until every record has been acknowledged.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <exception cref="RecordsLostException">Some records failed since the last flush.</exception>
    /// <exception cref="TimeoutException">Some records are still on their way.</exception>
    public void Flush(TimeSpan timeout)
    {
        using CancellationTokenSource limit = new(timeout);
        try
        {
            Flush(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Kafka at {_bootstrap} did not acknowledge {Sent - Acknowledged} records within {timeout.TotalSeconds:0.#} s: check that the broker runs.");
        }
    }

    /// <summary>Drops what was not flushed; call <see cref="Flush(CancellationToken)"/> first.</summary>
    public void Dispose() => _producer.Dispose();

    private void Produce(string topic, Message<byte[]?, byte[]?> message)
    {
        while (true)
        {
            try
            {
                _producer.Produce(topic, message, _delivered);
                Interlocked.Increment(ref _sent);
                return;
            }
            catch (ProduceException<byte[]?, byte[]?> e) when (e.Error.Code == ErrorCode.Local_QueueFull)
            {
                _producer.Poll(QueueFullWait);
            }
        }
    }

    private void Delivered(DeliveryReport<byte[]?, byte[]?> report)
    {
        if (report.Error.IsError)
        {
            Interlocked.Increment(ref _failed);
            Interlocked.CompareExchange(ref _firstError, report.Error, null);
        }
        else
        {
            Interlocked.Increment(ref _acknowledged);
        }
    }

    private void Fault(IProducer<byte[]?, byte[]?> producer, Error error)
    {
        if (error.IsFatal)
        {
            Interlocked.CompareExchange(ref _firstError, error, null);
        }
    }

    private RecordsLostException Lost() => new(_bootstrap, Interlocked.Read(ref _failed), _firstError!.Reason);
}
