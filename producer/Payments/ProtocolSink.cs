using SpecialDelivery.Core.Names;
using SpecialDelivery.Platform.Kafka.Produce;

namespace SpecialDelivery.Producer.Payments;

/// <summary>Whole batches over the Kafka protocol.</summary>
/// <param name="writer">Of one thread; disposed with this.</param>
internal sealed class ProtocolSink(BatchWriter writer) : IPaymentSink
{
    private static readonly byte[] LabelHeader = System.Text.Encoding.ASCII.GetBytes(Headers.Anomaly);

    public long Acknowledged => writer.Acknowledged;

    public void Write(ReadOnlySpan<byte> value, long timestamp, ReadOnlySpan<byte> label) =>
        writer.Write(value, timestamp, label.IsEmpty ? default : LabelHeader, label);

    public void Poll() => writer.Poll();

    public void Flush() => writer.Flush();

    public void Dispose() => writer.Dispose();
}
