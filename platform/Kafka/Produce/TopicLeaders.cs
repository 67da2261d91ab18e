namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>Which broker leads each partition of a topic.</summary>
/// <param name="Brokers">By partition.</param>
internal sealed record TopicLeaders(IReadOnlyList<(string Host, int Port)> Brokers)
{
    private const short MetadataKey = 3;
    private const short MetadataVersion = 8;

    /// <summary>Asks a broker.</summary>
    /// <param name="connection">To any broker.</param>
    /// <param name="topic">Topic name.</param>
    /// <returns>The leaders; null while a partition has none.</returns>
    /// <exception cref="TopicException">There is no such topic.</exception>
    public static TopicLeaders? Ask(BrokerConnection connection, string topic)
    {
        ProtocolWriter request = new();
        request.Begin(MetadataKey, MetadataVersion, correlation: 0);
        request.Int32(1);
        request.Text(topic);
        request.Bool(false); // do not create it
        request.Bool(false);
        request.Bool(false);
        request.End();
        connection.Send(request.Written);
        return Read(connection.Receive(), topic);
    }

    private static TopicLeaders? Read(ReadOnlySpan<byte> bytes, string topic)
    {
        ProtocolReader answer = new(bytes);
        answer.Int32(); // correlation
        answer.Int32(); // throttle time
        Dictionary<int, (string, int)> brokers = [];
        for (int left = answer.Int32(); left > 0; left--)
        {
            brokers[answer.Int32()] = (answer.Text()!, answer.Int32());
            answer.Text(); // rack
        }

        answer.Text(); // cluster
        answer.Int32(); // controller
        answer.Int32(); // topics: one
        ProduceError error = (ProduceError)answer.Int16();
        answer.Text(); // name
        answer.Bool(); // internal
        int partitions = answer.Int32();
        if (error == ProduceError.UnknownTopicOrPartition)
        {
            throw new TopicException($"There is no topic '{topic}': create it first.");
        }

        (string Host, int Port)[] leaders = new (string, int)[partitions];
        bool isComplete = partitions > 0;
        for (int i = 0; i < partitions; i++)
        {
            answer.Int16(); // error: the missing leader says as much
            int partition = answer.Int32();
            isComplete &= brokers.TryGetValue(answer.Int32(), out leaders[partition]);
            answer.Int32(); // leader epoch
            answer.SkipInt32s(); // replicas
            answer.SkipInt32s(); // in sync
            answer.SkipInt32s(); // offline
        }

        return isComplete ? new(leaders) : null;
    }
}
