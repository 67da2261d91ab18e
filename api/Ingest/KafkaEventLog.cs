using SpecialDelivery.Api.Settings;
using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Api.Ingest;

/// <summary>Topic <c>get_social_events</c>.</summary>
internal sealed class KafkaEventLog : IEventLog, IDisposable
{
    private readonly ConfirmedWriter _writer;

    public KafkaEventLog(ApiSettings settings, TimeProvider time) =>
        _writer = new ConfirmedWriter(settings.Kafka, new ConfirmedWriterSettings { Patience = settings.DeliveryPatience }, time);

    public bool IsStalled => _writer.IsStalled;

    public int Pending => _writer.Pending;

    public Task WriteAsync(IReadOnlyCollection<byte[]> events, long receivedAt) => _writer.WriteAsync(Topics.AppEvents, events, receivedAt);

    public void Dispose() => _writer.Dispose();
}
