using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>Writes batches and tells the fate of each: for callers who must answer for every record.</summary>
/// <remarks>
/// A batch is taken whole or refused whole, before anything is sent. What was taken stays under way until the broker acknowledges it, however long the
/// broker is away, so its fate is never in doubt; meanwhile new batches are refused. Safe for several threads.
/// </remarks>
public sealed class ConfirmedWriter : IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);

    private readonly string _bootstrap;
    private readonly ConfirmedWriterSettings _settings;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly LinkedList<PendingBatch> _pending = new();
    private IProducer<byte[]?, byte[]?> _producer;
    private bool _isBroken;
    private int _records;
    private long _bytes;

    /// <summary>Makes a writer; connects in the background.</summary>
    /// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
    /// <param name="settings">Bounds; null = the defaults.</param>
    /// <param name="time">Clock; null = the system's.</param>
    public ConfirmedWriter(string bootstrap, ConfirmedWriterSettings? settings = null, TimeProvider? time = null)
    {
        LibrdKafka.Use();
        _bootstrap = bootstrap;
        _settings = settings ?? new();
        _time = time ?? TimeProvider.System;
        _producer = Open();
    }

    /// <summary>Records under way.</summary>
    public int Pending => Volatile.Read(ref _records);

    /// <summary>How long the oldest batch has been under way; zero when there is none.</summary>
    public TimeSpan Oldest
    {
        get
        {
            lock (_lock)
            {
                return _pending.First is { } oldest ? _time.GetElapsedTime(oldest.Value.Since) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Whether the broker has been silent for longer than the writer's patience.</summary>
    public bool IsStalled => Oldest > _settings.Patience;

    /// <summary>Hands a batch over.</summary>
    /// <param name="topic">Topic name.</param>
    /// <param name="values">The records' values; they have no keys. The arrays must not be changed afterwards.</param>
    /// <param name="timestamp">The records' time, unix milliseconds.</param>
    /// <returns>Done when all replicas have acknowledged all records; fails with <see cref="RecordsLostException"/> when the broker refused some for good.</returns>
    /// <exception cref="BrokerBusyException">There is no room, or the broker is away; nothing was sent.</exception>
    public Task WriteAsync(string topic, IReadOnlyCollection<byte[]> values, long timestamp)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return Task.CompletedTask;
        }

        LinkedListNode<PendingBatch> batch = new(new(values.Count, values.Sum(value => (long)value.Length), _time.GetTimestamp()));
        IProducer<byte[]?, byte[]?> producer = Admit(batch);
        foreach (byte[] value in values)
        {
            Message<byte[]?, byte[]?> message = new() { Value = value, Timestamp = new Timestamp(timestamp, TimestampType.CreateTime) };
            try
            {
                producer.Produce(topic, message, report => Settle(batch, report.Error.IsError ? report.Error.Reason : null));
            }
            catch (ProduceException<byte[]?, byte[]?> e)
            {
                Settle(batch, e.Error.Reason);
            }
        }

        return batch.Value.Done;
    }

    /// <summary>Waits a moment for what is under way, then drops it.</summary>
    public void Dispose()
    {
        _producer.Flush(Farewell);
        _producer.Dispose();
    }

    private IProducer<byte[]?, byte[]?> Admit(LinkedListNode<PendingBatch> batch)
    {
        lock (_lock)
        {
            TimeSpan silence = _pending.First is { } oldest ? _time.GetElapsedTime(oldest.Value.Since) : TimeSpan.Zero;
            if (silence > _settings.Patience)
            {
                throw new BrokerBusyException($"Kafka at {_bootstrap} has not acknowledged {_records} records for {silence.TotalSeconds:0} s: check that the broker runs.");
            }

            if (_records > 0 && (_records + batch.Value.Records > _settings.MaxRecords || _bytes + batch.Value.Bytes > _settings.MaxBytes))
            {
                throw new BrokerBusyException($"{_records} records wait for Kafka at {_bootstrap}, and at most {_settings.MaxRecords} may: it does not keep up.");
            }

            if (_isBroken)
            {
                _producer.Dispose(); // every record it held has been reported as failed
                _producer = Open();
                _isBroken = false;
            }

            _records += batch.Value.Records;
            _bytes += batch.Value.Bytes;
            _pending.AddLast(batch);
            return _producer;
        }
    }

    private void Settle(LinkedListNode<PendingBatch> batch, string? fault)
    {
        if (!batch.Value.Settle(fault))
        {
            return;
        }

        lock (_lock)
        {
            _records -= batch.Value.Records;
            _bytes -= batch.Value.Bytes;
            _pending.Remove(batch);
        }

        batch.Value.Finish(_bootstrap);
    }

    private IProducer<byte[]?, byte[]?> Open()
    {
        RecordWriterSettings settings = new()
        {
            Linger = _settings.Linger,
            QueueRecords = 2 * _settings.MaxRecords, // never reached: this class refuses before
            QueueKibibytes = (2 * _settings.MaxBytes) >> 10,
            DeliveryTimeout = Timeout.InfiniteTimeSpan,
        };
        return new ProducerBuilder<byte[]?, byte[]?>(settings.ToConfig(_bootstrap))
            .SetKeySerializer(Serializers.ByteArray!).SetValueSerializer(Serializers.ByteArray!).SetLogHandler(Quiet.Log).SetErrorHandler(Fault).Build();
    }

    private void Fault(IProducer<byte[]?, byte[]?> producer, Error error)
    {
        if (error.IsFatal)
        {
            lock (_lock)
            {
                _isBroken = true; // a producer with a fatal fault takes nothing any more: the next batch gets another one
            }
        }
    }
}
