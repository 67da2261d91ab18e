using Confluent.Kafka;

namespace SpecialDelivery.Platform.Kafka;

/// <summary>A record read from a topic.</summary>
public readonly struct TopicRecord
{
    private readonly ConsumeResult<byte[], byte[]> _result;

    internal TopicRecord(ConsumeResult<byte[], byte[]> result) => _result = result;

    /// <summary>Topic name.</summary>
    public string Topic => _result.Topic;

    /// <summary>Partition number, from 0.</summary>
    public int Partition => _result.Partition.Value;

    /// <summary>Offset in its partition.</summary>
    public long Offset => _result.Offset.Value;

    /// <summary>The record's own time, unix milliseconds UTC.</summary>
    public long Timestamp => _result.Message.Timestamp.UnixTimestampMs;

    /// <summary>Key; null when it has none.</summary>
    public byte[]? Key => _result.Message.Key;

    /// <summary>Value; null for a tombstone.</summary>
    public byte[]? Value => _result.Message.Value;

    /// <summary>Last header of a name.</summary>
    /// <param name="name">Header name.</param>
    /// <returns>Its bytes; null when the record has no such header.</returns>
    /// <exception cref="InvalidOperationException">The reader was not told to read headers.</exception>
    public byte[]? Header(string name)
    {
        Headers headers = _result.Message.Headers ?? throw new InvalidOperationException("This reader skips headers: make it with headers: true.");
        return headers.TryGetLastBytes(name, out byte[]? value) ? value : null;
    }
}
