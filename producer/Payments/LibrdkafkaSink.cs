using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka;

namespace SpecialDelivery.Producer.Payments;

/// <summary>A call of librdkafka per record, as the rest of the product writes; kept to show what the difference is.</summary>
/// <param name="writer">Of one thread; disposed with this.</param>
internal sealed class LibrdkafkaSink(RecordWriter writer) : IPaymentSink
{
    public long Acknowledged => writer.Acknowledged;

    public void Write(ReadOnlySpan<byte> value, long timestamp, ReadOnlySpan<byte> label) =>
        writer.Write(Topics.Transactions, null, value.ToArray(), timestamp, label.IsEmpty ? null : [new RecordHeader(Headers.Anomaly, label.ToArray())]);

    public void Poll()
    {
    }

    public void Flush() => writer.Flush(CancellationToken.None);

    public void Dispose() => writer.Dispose();
}
