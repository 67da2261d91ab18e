using System.Text;
using SpecialDelivery.Api.Ingest;
using SpecialDelivery.Platform.Kafka;

namespace UnitTests.Api;

/// <summary>Keeps events, and behaves as badly as a test wants.</summary>
internal sealed class FakeEventLog : IEventLog
{
    public List<string> Events { get; } = [];

    public long ReceivedAt { get; private set; }

    /// <summary>Whether nothing is taken.</summary>
    public bool IsBusy { get; set; }

    /// <summary>When what is taken becomes safe.</summary>
    public Task Delivery { get; set; } = Task.CompletedTask;

    public bool IsStalled => IsBusy;

    public int Pending => 0;

    public Task WriteAsync(IReadOnlyCollection<byte[]> events, long receivedAt)
    {
        if (IsBusy)
        {
            throw new BrokerBusyException("busy");
        }

        Events.AddRange(events.Select(Encoding.UTF8.GetString));
        ReceivedAt = receivedAt;
        return Delivery;
    }
}
