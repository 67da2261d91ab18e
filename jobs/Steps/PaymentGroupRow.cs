using SpecialDelivery.Core.Payments;
using SpecialDelivery.Core.Payments.Detection;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>A row of <see cref="PaymentGrouping"/>: payments added up, or one record that Spark did not find plain.</summary>
/// <param name="Names"><c>merchant|user|place</c>; null for a record that is not plain.</param>
/// <param name="Second">Unix seconds.</param>
/// <param name="Odd">Transaction id of one that may stand out.</param>
/// <param name="Partition">Where a record stands that is not plain.</param>
/// <param name="Offset">Where a record stands that is not plain.</param>
/// <param name="Key">Key of a record that is not plain.</param>
/// <param name="Value">Value of a record that is not plain; null for a tombstone.</param>
/// <param name="Count">How many payments.</param>
/// <param name="Cents">Their sum.</param>
/// <param name="SquaredCents">The sum of their squares.</param>
internal sealed record PaymentGroupRow(
    string? Names, long Second, string? Odd, int Partition, long Offset, byte[]? Key, byte[]? Value, long Count, long Cents, double SquaredCents)
{
    /// <summary>The group of a plain row.</summary>
    public PaymentGroup ToGroup()
    {
        string[] names = Names!.Split(PaymentForm.Separator);
        return new(names[0], names[1], names[2], Second, Odd, Count, Cents, SquaredCents);
    }
}
