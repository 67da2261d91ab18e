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
        record.Partition,
        record.Offset,
        record.Key?.ToArray(),
        record.Value is { } value ? value[..Math.Min(value.Length, PaymentLimits.MaxRecordBytes + 1)].ToArray() : null); // one byte too many tells that it is too long
}
