using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Api.Ingest;

/// <summary>Where accepted events go.</summary>
internal interface IEventLog
{
    /// <summary>Whether it has stopped taking events.</summary>
    bool IsStalled { get; }

    /// <summary>Events handed over and not yet safe.</summary>
    int Pending { get; }

    /// <summary>Hands events over, all or none.</summary>
    /// <param name="events">Each one's JSON.</param>
    /// <param name="receivedAt">When they came, unix milliseconds.</param>
    /// <returns>Done when all are safe; fails with <see cref="RecordsLostException"/>.</returns>
    /// <exception cref="BrokerBusyException">It takes none at present; nothing was stored.</exception>
    Task WriteAsync(IReadOnlyCollection<byte[]> events, long receivedAt);
}
