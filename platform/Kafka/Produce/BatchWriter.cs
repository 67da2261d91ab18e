using System.Diagnostics;
using System.Net.Sockets;

namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>Writes records without keys to one topic, batch by batch over the Kafka protocol: several times what a call per record reaches.</summary>
/// <remarks>
/// Whole batches are written in the form in which Kafka keeps them, so a record costs one copy, and compression runs on the caller's thread:
/// one writer per thread. Batches go to the partitions in turn. What fails is sent again, in order; nothing is dropped silently.
/// </remarks>
public sealed class BatchWriter : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string _bootstrap;
    private readonly string _topic;
    private readonly BatchWriterSettings _settings;
    private readonly ProducerIdentity _identity = ProducerIdentity.None;
    private readonly Queue<RecordBatch> _free = new();
    private readonly Queue<RecordBatch> _sent = new();
    private readonly Dictionary<(string, int), BrokerConnection> _connections = [];
    private readonly ProduceRequest _request;
    private readonly int[] _sequences;
    private TopicLeaders _leaders;
    private RecordBatch _open;
    private int _turn;
    private long _openSince;
    private long _acknowledged;

    /// <summary>Connects.</summary>
    /// <param name="bootstrap">Kafka's <c>host:port</c>, several separated by commas.</param>
    /// <param name="topic">Topic name.</param>
    /// <param name="settings">Delay, safety and bounds; null = the defaults.</param>
    /// <param name="firstPartition">Which partition gets the first batch; writers side by side start apart.</param>
    /// <exception cref="TopicException">No broker answers, or there is no such topic.</exception>
    public BatchWriter(string bootstrap, string topic, BatchWriterSettings? settings = null, int firstPartition = 0)
    {
        _settings = settings ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(_settings.BatchBytes, 1_024);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_settings.BatchBytes, 1_000_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(_settings.BatchRecords, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(_settings.InFlight, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_settings.InFlight, 5);
        _bootstrap = bootstrap;
        _topic = topic;
        _request = new(topic, _settings.AllReplicas);
        long start = Stopwatch.GetTimestamp();
        _leaders = FromAnyBroker(connection => TopicLeaders.Ask(connection, topic), start);
        if (_settings.Idempotent)
        {
            _identity = FromAnyBroker(ProducerIdentity.Ask, start);
        }

        _sequences = new int[_leaders.Brokers.Count];
        _turn = firstPartition % _leaders.Brokers.Count;
        for (int i = 0; i <= _settings.InFlight; i++)
        {
            _free.Enqueue(new RecordBatch(_settings.BatchBytes, _settings.BatchRecords, _settings.Compress));
        }

        _open = _free.Dequeue();
    }

    /// <summary>Records handed over.</summary>
    public long Sent { get; private set; }

    /// <summary>Records the broker has acknowledged; may be read from any thread.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Hands a record over; sends when a batch is full, and waits while too many are unanswered.</summary>
    /// <param name="value">Value; copied.</param>
    /// <param name="timestamp">The record's time, unix milliseconds.</param>
    /// <param name="headerName">Name of its only header, ASCII; empty for none.</param>
    /// <param name="headerValue">Value of that header.</param>
    /// <exception cref="RecordsLostException">The broker refused a batch, or did not take it in time.</exception>
    /// <exception cref="ArgumentException">The record is larger than a batch.</exception>
    public void Write(ReadOnlySpan<byte> value, long timestamp, ReadOnlySpan<byte> headerName = default, ReadOnlySpan<byte> headerValue = default)
    {
        if (!_open.TryAdd(value, timestamp, headerName, headerValue))
        {
            SendOpen();
            if (!_open.TryAdd(value, timestamp, headerName, headerValue))
            {
                throw new ArgumentException($"The record has {value.Length} bytes, a batch {_settings.BatchBytes}: it does not fit.");
            }
        }

        if (_open.Count == 1)
        {
            _openSince = Stopwatch.GetTimestamp();
        }

        Sent++;
    }

    /// <summary>Sends what has waited long enough and notes answers that have arrived; for callers that pause between records.</summary>
    /// <exception cref="RecordsLostException">The broker refused a batch, or did not take it in time.</exception>
    public void Poll()
    {
        if (_open.Count > 0 && Stopwatch.GetElapsedTime(_openSince) >= _settings.Linger)
        {
            SendOpen();
        }

        while (_sent.TryPeek(out RecordBatch? oldest) && Try(() => ConnectionOf(oldest.Partition).HasAnswer))
        {
            Settle();
        }
    }

    /// <summary>Waits until every record has been acknowledged.</summary>
    /// <exception cref="RecordsLostException">The broker refused a batch, or did not take it in time.</exception>
    public void Flush()
    {
        SendOpen();
        while (_sent.Count > 0)
        {
            Settle();
        }
    }

    /// <summary>Drops what was not flushed; call <see cref="Flush"/> first.</summary>
    public void Dispose() => Disconnect();

    private void SendOpen()
    {
        if (_open.Count == 0)
        {
            return;
        }

        int partition = _turn;
        _turn = (_turn + 1) % _leaders.Brokers.Count;
        int sequence = _settings.Idempotent ? _sequences[partition] : -1;
        _sequences[partition] = unchecked(_sequences[partition] + _open.Count) & int.MaxValue; // after the largest number comes 0
        _open.Seal(partition, _identity.Id, _identity.Epoch, sequence);
        while (_sent.Count >= _settings.InFlight)
        {
            Settle();
        }

        RecordBatch batch = _open;
        _sent.Enqueue(batch);
        _open = _free.Dequeue();
        if (!Try(() => Send(batch)))
        {
            Recover("the connection was lost");
        }
    }

    /// <summary>Takes the oldest batch's answer.</summary>
    private void Settle()
    {
        RecordBatch oldest = _sent.Peek();
        ProduceError error = ProduceError.NetworkException;
        bool answered = Try(() =>
        {
            error = ProduceRequest.Read(ConnectionOf(oldest.Partition).Receive());
            return true;
        });
        if (answered && error is ProduceError.None or ProduceError.DuplicateSequence)
        {
            _sent.Dequeue();
            Interlocked.Add(ref _acknowledged, oldest.Count);
            oldest.Clear();
            _free.Enqueue(oldest);
            return;
        }

        if (answered && !IsPassing(error))
        {
            throw new RecordsLostException(_bootstrap, Sent - Acknowledged, $"the broker answered {error} for {_topic}/{oldest.Partition}");
        }

        Recover(answered ? $"the broker answered {error}" : "the connection was lost");
    }

    private bool IsPassing(ProduceError error) => error is
        ProduceError.UnknownTopicOrPartition or ProduceError.LeaderNotAvailable or ProduceError.NotLeaderOrFollower or ProduceError.RequestTimedOut
        or ProduceError.NetworkException or ProduceError.NotEnoughReplicas or ProduceError.NotEnoughReplicasAfterAppend or ProduceError.StorageError
        || (error == ProduceError.OutOfOrderSequence && _settings.Idempotent); // one before it failed: all are sent again in order

    /// <summary>Finds the leaders again and repeats every unanswered batch, in order.</summary>
    private void Recover(string reason)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            Disconnect();
            if (Stopwatch.GetElapsedTime(start) > _settings.DeliveryTimeout)
            {
                throw new RecordsLostException(_bootstrap, Sent - Acknowledged, $"{reason}, and it took no batch for {_settings.DeliveryTimeout.TotalSeconds:0} s");
            }

            Thread.Sleep(Pause);
            _leaders = FromAnyBroker(connection => TopicLeaders.Ask(connection, _topic), start);
            if (_sent.All(batch => Try(() => Send(batch))))
            {
                return;
            }
        }
    }

    private bool Send(RecordBatch batch)
    {
        BrokerConnection connection = ConnectionOf(batch.Partition);
        connection.Send(_request.Head(batch));
        connection.Send(batch.Sealed.Span);
        return true;
    }

    private BrokerConnection ConnectionOf(int partition)
    {
        (string Host, int Port) leader = _leaders.Brokers[partition];
        if (!_connections.TryGetValue(leader, out BrokerConnection? connection))
        {
            _connections[leader] = connection = new BrokerConnection(leader.Host, leader.Port);
        }

        return connection;
    }

    private T FromAnyBroker<T>(Func<BrokerConnection, T?> question, long start)
        where T : class => Answer(connection => question(connection) is { } answer ? (answer, true) : (null!, false), start);

    private T FromAnyBroker<T>(Func<BrokerConnection, T?> question, long start)
        where T : struct => Answer(connection => question(connection) is { } answer ? (answer, true) : default, start);

    private T Answer<T>(Func<BrokerConnection, (T Answer, bool Has)> question, long start)
    {
        while (true)
        {
            foreach (string address in _bootstrap.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                (T Answer, bool Has) found = default;
                if (Try(() =>
                {
                    int colon = address.LastIndexOf(':');
                    using BrokerConnection connection = new(address[..colon], int.Parse(address.AsSpan(colon + 1)));
                    found = question(connection);
                    return found.Has;
                }))
                {
                    return found.Answer;
                }
            }

            if (Stopwatch.GetElapsedTime(start) > _settings.DeliveryTimeout)
            {
                throw new TopicException($"Kafka at {_bootstrap} did not say who leads '{_topic}' within {_settings.DeliveryTimeout.TotalSeconds:0} s: check that the broker runs.");
            }

            Thread.Sleep(Pause);
        }
    }

    private void Disconnect()
    {
        foreach (BrokerConnection connection in _connections.Values)
        {
            connection.Dispose();
        }

        _connections.Clear();
    }

    private static bool Try(Func<bool> action)
    {
        try
        {
            return action();
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
