namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>The request that carries one batch.</summary>
/// <param name="topic">Topic name.</param>
/// <param name="allReplicas">Whether all replicas in sync must have it.</param>
internal sealed class ProduceRequest(string topic, bool allReplicas)
{
    private const short Key = 0;
    private const short Version = 8;
    private const int BrokerTimeoutMilliseconds = 30_000;

    private readonly ProtocolWriter _head = new();

    /// <summary>Everything before the batch.</summary>
    public ReadOnlySpan<byte> Head(RecordBatch batch)
    {
        _head.Begin(Key, Version, batch.Sequence);
        _head.Text(null); // no transaction
        _head.Int16(allReplicas ? (short)-1 : (short)1);
        _head.Int32(BrokerTimeoutMilliseconds);
        _head.Int32(1); // topics
        _head.Text(topic);
        _head.Int32(1); // partitions
        _head.Int32(batch.Partition);
        _head.Int32(batch.Sealed.Length);
        _head.End(batch.Sealed.Length);
        return _head.Written;
    }

    /// <summary>What the broker said.</summary>
    public static ProduceError Read(ReadOnlySpan<byte> bytes)
    {
        ProtocolReader answer = new(bytes);
        answer.Int32(); // correlation: answers come in order
        answer.Int32(); // topics
        answer.Text(); // name
        answer.Int32(); // partitions
        answer.Int32(); // partition
        return (ProduceError)answer.Int16();
    }
}
