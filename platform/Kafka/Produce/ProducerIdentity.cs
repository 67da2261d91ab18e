namespace SpecialDelivery.Platform.Kafka.Produce;

/// <summary>By what brokers know an idempotent producer again: batches it sends twice they keep once.</summary>
/// <param name="Id">Id; -1 for a producer that is not idempotent.</param>
/// <param name="Epoch">Epoch of the id.</param>
internal readonly record struct ProducerIdentity(long Id, short Epoch)
{
    private const short InitProducerIdKey = 22;
    private const short InitProducerIdVersion = 1;
    private const int NoTransactionTimeout = int.MaxValue;

    /// <summary>Of a producer that is not idempotent.</summary>
    public static ProducerIdentity None => new(-1, -1);

    /// <summary>Asks a broker for a new one.</summary>
    /// <param name="connection">To any broker.</param>
    /// <returns>The identity; null while the cluster cannot give one.</returns>
    public static ProducerIdentity? Ask(BrokerConnection connection)
    {
        ProtocolWriter request = new();
        request.Begin(InitProducerIdKey, InitProducerIdVersion, correlation: 0);
        request.Text(null); // no transactions
        request.Int32(NoTransactionTimeout);
        request.End();
        connection.Send(request.Written);
        ProtocolReader answer = new(connection.Receive());
        answer.Int32(); // correlation
        answer.Int32(); // throttle time
        return answer.Int16() == 0 ? new(answer.Int64(), answer.Int16()) : null;
    }
}
