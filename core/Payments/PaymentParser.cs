using System.Diagnostics.CodeAnalysis;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Payments;

/// <summary>The strict reader of payments: it alone decides what is refused and why.</summary>
/// <remarks>
/// A record is judged by size, syntax, schema, id, time and range, in this order; the first that fails gives the reason, and all faults
/// of that kind stand in the detail. Unknown fields are ignored. An amount of more than two decimals is rounded half away from zero, each
/// payment by itself, before anything is added up. Nothing is thrown, whatever the bytes.
/// </remarks>
public static class PaymentParser
{
    /// <summary>Reads a record of topic <c>financial_transactions</c>.</summary>
    /// <param name="value">The record's value; empty for a tombstone.</param>
    /// <param name="payment">The payment.</param>
    /// <param name="rejection">Why it is none.</param>
    /// <returns>Whether the record is a payment.</returns>
    public static bool TryParse(ReadOnlySpan<byte> value, [NotNullWhen(true)] out Payment? payment, [NotNullWhen(false)] out Rejection? rejection)
    {
        PaymentScan scan = new();
        rejection = Judge(value, scan);
        payment = rejection is not null ? null : new Payment(
            scan.Text(PaymentField.TransactionId)!,
            scan.Text(PaymentField.UserId)!,
            PaymentFaults.Cents(scan.Amount)!.Value,
            scan.Time!.Value,
            scan.Text(PaymentField.MerchantId)!,
            PaymentFaults.Type(scan.Text(PaymentField.TransactionType))!.Value,
            scan.Text(PaymentField.Location)!,
            scan.Text(PaymentField.PaymentMethod)!,
            scan.Token(PaymentField.IsInternational) is System.Text.Json.JsonTokenType.True,
            scan.Text(PaymentField.Currency)!);
        return payment is not null;
    }

    private static Rejection? Judge(ReadOnlySpan<byte> value, PaymentScan scan)
    {
        if (value.Length > PaymentLimits.MaxRecordBytes)
        {
            return new(DeadLetterReason.Size, $"The value is {value.Length} bytes: at most {PaymentLimits.MaxRecordBytes} are read");
        }

        return scan.Read(value) is { } fault
            ? new(DeadLetterReason.Syntax, fault)
            : PaymentFaults.Schema(scan) ?? PaymentFaults.Id(scan) ?? PaymentFaults.Time(scan) ?? PaymentFaults.Range(scan);
    }
}
