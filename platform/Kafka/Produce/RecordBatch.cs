using System.Buffers.Binary;

namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>Records on their way to one partition, in the form in which Kafka keeps them: record batch version 2.</summary>
/// <remarks>Its buffers are used again and again; one thread.</remarks>
internal sealed class RecordBatch
{
    private const int HeaderBytes = 61;
    private const int CrcAt = 17;
    private const int AttributesAt = 21;
    private const int ProducerIdAt = 43;
    private const short Lz4Compression = 3;

    private readonly byte[] _records;
    private readonly byte[] _sealed;
    private readonly bool _compress;
    private readonly int _maxRecords;
    private int _length;
    private long _firstTimestamp;
    private long _lastTimestamp;
    private int _sealedLength;

    /// <summary>Makes its buffers.</summary>
    /// <param name="bytes">Most bytes of records before compression.</param>
    /// <param name="maxRecords">Most records.</param>
    /// <param name="compress">Whether the records are compressed with lz4.</param>
    public RecordBatch(int bytes, int maxRecords, bool compress)
    {
        _records = new byte[bytes];
        _sealed = new byte[HeaderBytes + Lz4.Bound(bytes)];
        _compress = compress;
        _maxRecords = maxRecords;
    }

    /// <summary>Records in it.</summary>
    public int Count { get; private set; }

    /// <summary>The partition it goes to.</summary>
    public int Partition { get; private set; }

    /// <summary>Number of its first record in the producer's own count; -1 when the producer is not idempotent.</summary>
    public int Sequence { get; private set; }

    /// <summary>The batch as it is sent, after <see cref="Seal"/>.</summary>
    public ReadOnlyMemory<byte> Sealed => _sealed.AsMemory(0, _sealedLength);

    /// <summary>Starts again with nothing.</summary>
    public void Clear() => (Count, _length) = (0, 0);

    /// <summary>Adds a record without a key.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="timestamp">Its time, unix milliseconds.</param>
    /// <param name="headerName">Name of its only header; empty for none.</param>
    /// <param name="headerValue">Value of that header.</param>
    /// <returns>False when it does not fit any more: nothing was added.</returns>
    public bool TryAdd(ReadOnlySpan<byte> value, long timestamp, ReadOnlySpan<byte> headerName, ReadOnlySpan<byte> headerValue)
    {
        int most = value.Length + headerName.Length + headerValue.Length + (8 * Varint.MaxBytes);
        if (Count == _maxRecords || _length + most > _records.Length)
        {
            return false;
        }

        if (Count == 0)
        {
            _firstTimestamp = _lastTimestamp = timestamp;
        }

        long timestampDelta = timestamp - _firstTimestamp;
        _lastTimestamp = Math.Max(_lastTimestamp, timestamp);
        int headers = headerName.IsEmpty
            ? 1
            : 1 + Varint.Size(headerName.Length) + headerName.Length + Varint.Size(headerValue.Length) + headerValue.Length;
        int body = 1 + Varint.Size(timestampDelta) + Varint.Size(Count) + 1 + Varint.Size(value.Length) + value.Length + headers;

        Span<byte> to = _records.AsSpan(_length);
        int at = Varint.Write(to, body);
        to[at++] = 0; // attributes: none
        at += Varint.Write(to[at..], timestampDelta);
        at += Varint.Write(to[at..], Count);
        at += Varint.Write(to[at..], -1); // no key
        at += Put(to[at..], value);
        at += Varint.Write(to[at..], headerName.IsEmpty ? 0 : 1);
        if (!headerName.IsEmpty)
        {
            at += Put(to[at..], headerName);
            at += Put(to[at..], headerValue);
        }

        _length += at;
        Count++;
        return true;
    }

    /// <summary>Finishes the batch.</summary>
    /// <param name="partition">Where it goes.</param>
    /// <param name="producerId">The producer's id; -1 when it is not idempotent.</param>
    /// <param name="producerEpoch">Its epoch.</param>
    /// <param name="sequence">Number of the first record; -1 when the producer is not idempotent.</param>
    public void Seal(int partition, long producerId, short producerEpoch, int sequence)
    {
        (Partition, Sequence) = (partition, sequence);
        Span<byte> to = _sealed;
        ReadOnlySpan<byte> records = _records.AsSpan(0, _length);
        if (_compress)
        {
            _sealedLength = HeaderBytes + Lz4.Compress(records, to[HeaderBytes..]);
        }
        else
        {
            records.CopyTo(to[HeaderBytes..]);
            _sealedLength = HeaderBytes + records.Length;
        }

        BinaryPrimitives.WriteInt64BigEndian(to, 0); // base offset: the broker's to give
        BinaryPrimitives.WriteInt32BigEndian(to[8..], _sealedLength - 12);
        BinaryPrimitives.WriteInt32BigEndian(to[12..], -1); // leader epoch: unknown
        to[16] = 2; // version
        BinaryPrimitives.WriteInt16BigEndian(to[AttributesAt..], _compress ? Lz4Compression : (short)0);
        BinaryPrimitives.WriteInt32BigEndian(to[23..], Count - 1);
        BinaryPrimitives.WriteInt64BigEndian(to[27..], _firstTimestamp);
        BinaryPrimitives.WriteInt64BigEndian(to[35..], _lastTimestamp);
        BinaryPrimitives.WriteInt64BigEndian(to[ProducerIdAt..], producerId);
        BinaryPrimitives.WriteInt16BigEndian(to[51..], producerEpoch);
        BinaryPrimitives.WriteInt32BigEndian(to[53..], sequence);
        BinaryPrimitives.WriteInt32BigEndian(to[57..], Count);
        BinaryPrimitives.WriteUInt32BigEndian(to[CrcAt..], Crc32C.Of(to[AttributesAt.._sealedLength]));
    }

    private static int Put(Span<byte> to, ReadOnlySpan<byte> bytes)
    {
        int at = Varint.Write(to, bytes.Length);
        bytes.CopyTo(to[at..]);
        return at + bytes.Length;
    }
}
