using Microsoft.Spark.Extensions;
using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>Reads payments and adds them up, on the executors: each partition's records become a few groups, and those that are no payments.</summary>
/// <param name="Suspicion">What is kept apart for the detector; null for nothing.</param>
internal sealed record PaymentSums(Suspicion? Suspicion) : IPartitionFunction<PaymentRecord, PaymentSumsRow>
{
    /// <inheritdoc/>
    public IEnumerable<PaymentSumsRow> Run(IEnumerable<PaymentRecord> rows)
    {
        PaymentGrouper groups = new(Suspicion);
        foreach (PaymentRecord record in rows)
        {
            if (!Add(record.Value.GetValueOrDefault().Span, groups))
            {
                yield return new(Group: null, RefusedPayment.Of(record));
            }
        }

        foreach (PaymentGroup group in groups.Groups)
        {
            yield return new(group, Refused: null);
        }
    }

    private static bool Add(ReadOnlySpan<byte> value, PaymentGrouper groups)
    {
        if (PaymentForm.TryRead(value, out PlainPayment plain))
        {
            groups.Add(plain);
            return true;
        }

        if (PaymentParser.TryParse(value, out Payment? payment, out _))
        {
            groups.Add(payment);
            return true;
        }

        return false;
    }
}
