using SpecialDelivery.Core.Payments;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>A record that is no payment.</summary>
/// <param name="Partition">Where it stands.</param>
/// <param name="Offset">Where it stands.</param>
/// <param name="Key">Its key; null for none.</param>
/// <param name="Value">Its value, or as much of it as tells the strict reader what is wrong; null for a tombstone.</param>
internal sealed record RefusedPayment(int Partition, long Offset, byte[]? Key, byte[]? Value)
{
    /// <summary>What of a record travels to the driver.</summary>
    public static RefusedPayment Of(PaymentRecord record) => new(
        record.Partition, record.Offset, record.Key?.ToArray(), RefusedBytes.Of(record.Value, PaymentLimits.MaxRecordBytes));
}
