using System.Buffers;
using System.Globalization;
using System.Text;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;
using SpecialDelivery.Producer.Records;

namespace SpecialDelivery.Producer.Sinks;

/// <summary>Topics of a Kafka cluster; each record carries the header <see cref="Headers.SentAt"/>.</summary>
internal sealed class KafkaSink : IRecordSink
{
    private readonly RecordWriter _writer;
    private readonly TimeProvider _time;
    private readonly ArrayBufferWriter<byte> _value = new();
    private readonly RecordHeader[] _headers = new RecordHeader[1];
    private long _headerMilliseconds = -1;

    private KafkaSink(RecordWriter writer, TimeProvider time)
    {
        _writer = writer;
        _time = time;
    }

    /// <inheritdoc/>
    public long Acknowledged => _writer.Acknowledged;

    /// <summary>Connects, and creates the topics of trips and packages where they are missing.</summary>
    /// <param name="bootstrap">Kafka's <c>host:port</c>.</param>
    /// <param name="partitions">Partitions of a new topic, at least 1.</param>
    /// <param name="time">The wall clock, for the header.</param>
    /// <returns>A sink that is ready.</returns>
    /// <exception cref="IOException">The cluster does not answer or refuses.</exception>
    public static async Task<KafkaSink> OpenAsync(string bootstrap, int partitions, TimeProvider time)
    {
        try
        {
            await TopicAdmin.EnsureAsync(bootstrap, [Topics.Trips, Topics.Packages], partitions).ConfigureAwait(false);
            return new(new RecordWriter(bootstrap), time);
        }
        catch (Exception fault) // the client's own exceptions have names that only platform may use
        {
            throw new IOException($"Kafka at {bootstrap} cannot be used ({fault.Message}): start it with './sd up', or set {Variables.Kafka} to its address.", fault);
        }
    }

    /// <inheritdoc/>
    public void Write(ProducedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _writer.Write(record.Topic, Encoding.UTF8.GetBytes(record.Key), Value(record), record.Timestamp, SentNow());
    }

    /// <inheritdoc/>
    public Task FlushAsync() => Task.Run(() => _writer.Flush(CancellationToken.None)); // it blocks until the last acknowledgement

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private byte[]? Value(ProducedRecord record)
    {
        if (record.IsTombstone)
        {
            return null;
        }

        _value.ResetWrittenCount();
        record.WriteValue(_value);
        return _value.WrittenSpan.ToArray();
    }

    private RecordHeader[] SentNow()
    {
        long now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        if (now != _headerMilliseconds)
        {
            _headerMilliseconds = now;
            _headers[0] = new(Headers.SentAt, Encoding.ASCII.GetBytes(now.ToString(CultureInfo.InvariantCulture)));
        }

        return _headers;
    }
}
