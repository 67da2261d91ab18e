using System.Buffers;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Producer.Records;

/// <summary>One record on its way to a topic.</summary>
public sealed class ProducedRecord
{
    private readonly Trip? _trip;
    private readonly Package? _package;
    private readonly byte[]? _bytes;

    private ProducedRecord(RecordKind kind, string topic, string key, long timestamp, long sendAt, Trip? trip, Package? package, byte[]? bytes)
    {
        Kind = kind;
        Topic = topic;
        Key = key;
        Timestamp = timestamp;
        SendAt = sendAt;
        _trip = trip;
        _package = package;
        _bytes = bytes;
    }

    /// <summary>Why it was made.</summary>
    public RecordKind Kind { get; }

    /// <summary>Where it goes.</summary>
    public string Topic { get; }

    /// <summary>The record's key.</summary>
    public string Key { get; }

    /// <summary>The record's timestamp: when it happened, event time in unix milliseconds.</summary>
    public long Timestamp { get; }

    /// <summary>When its turn to be sent is, event time in unix milliseconds; after <see cref="Timestamp"/> for a late one.</summary>
    public long SendAt { get; }

    /// <summary>Whether it is sent after later events.</summary>
    public bool IsLate => SendAt > Timestamp;

    /// <summary>Whether it has no value: it withdraws the order of its key.</summary>
    public bool IsTombstone => Kind is RecordKind.Withdrawal;

    /// <summary>A trip, or a withdrawn trip's return.</summary>
    public static ProducedRecord For(Trip trip, long timestamp, long sendAt, RecordKind kind = RecordKind.Trip)
    {
        ArgumentNullException.ThrowIfNull(trip);
        return new(kind, Topics.Trips, trip.Id, timestamp, sendAt, trip, null, null);
    }

    /// <summary>A package.</summary>
    public static ProducedRecord For(Package package, long timestamp, long sendAt)
    {
        ArgumentNullException.ThrowIfNull(package);
        return new(RecordKind.Package, Topics.Packages, package.Id, timestamp, sendAt, null, package, null);
    }

    /// <summary>A tombstone.</summary>
    public static ProducedRecord Withdrawal(string topic, string key, long timestamp) =>
        new(RecordKind.Withdrawal, topic, key, timestamp, timestamp, null, null, null);

    /// <summary>Bad input; <paramref name="value"/> is sent as it is.</summary>
    public static ProducedRecord Junk(string topic, string key, byte[] value, long timestamp, long sendAt) =>
        new(RecordKind.Junk, topic, key, timestamp, sendAt, null, null, value);

    /// <summary>Writes the record's value; nothing for a tombstone.</summary>
    /// <param name="output">Receives the bytes, UTF-8 JSON unless it is junk.</param>
    public void WriteValue(IBufferWriter<byte> output)
    {
        if (_trip is not null)
        {
            OrderJson.Write(_trip, output);
        }
        else if (_package is not null)
        {
            OrderJson.Write(_package, output);
        }
        else if (_bytes is not null)
        {
            output.Write(_bytes);
        }
    }
}
