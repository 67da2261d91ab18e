using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Payments;

/// <summary>The judges of a payment, one per reason; each names every fault of its kind, or returns null.</summary>
internal static partial class PaymentFaults
{
    public static Rejection? Schema(PaymentScan scan)
    {
        if (!scan.IsObject)
        {
            return new(DeadLetterReason.Schema, "The value is not a JSON object.");
        }

        List<string> faults = [];
        for (int i = 0; i < PaymentSchema.Fields; i++)
        {
            PaymentField field = (PaymentField)i;
            if (!IsTyped(scan, field))
            {
                faults.Add($"/{PaymentSchema.Name(field)} {Found(scan.Token(field))}: it must be {PaymentSchema.TypeName(field)}");
            }
        }

        return Reject(DeadLetterReason.Schema, faults);
    }

    public static Rejection? Id(PaymentScan scan)
    {
        List<string> faults = [];
        foreach (PaymentField field in (ReadOnlySpan<PaymentField>)[PaymentField.TransactionId, PaymentField.UserId, PaymentField.MerchantId])
        {
            if (!OrderId.IsValid(scan.Text(field)))
            {
                faults.Add($"/{PaymentSchema.Name(field)} {OrderId.Describe(scan.Text(field))}");
            }
        }

        return Reject(DeadLetterReason.Id, faults);
    }

    public static Rejection? Time(PaymentScan scan) => scan.Time is { } time && OrderTime.IsValid(time)
        ? null
        : new(DeadLetterReason.Time, $"/{PaymentFields.TransactionTime} is {Text(scan.Time)}: unix milliseconds within {OrderTime.Earliest}..{OrderTime.Latest} are expected");

    public static Rejection? Range(PaymentScan scan)
    {
        List<string> faults = [];
        if (Cents(scan.Amount) is null)
        {
            faults.Add($"/{PaymentFields.Amount} is {Text(scan.Amount)}: it must lie in {PaymentLimits.MinAmountCents / 100m}..{PaymentLimits.MaxAmountCents / 100m}");
        }

        if (Type(scan.Text(PaymentField.TransactionType)) is null)
        {
            faults.Add($"/{PaymentFields.TransactionType} must be purchase or refund");
        }

        if (scan.Text(PaymentField.Location) is not { Length: > 0 and <= PaymentLimits.MaxLocationLength } location || location.Any(char.IsControl))
        {
            faults.Add($"/{PaymentFields.Location} must have 1 to {PaymentLimits.MaxLocationLength} characters and no control characters");
        }

        if (!Method().IsMatch(scan.Text(PaymentField.PaymentMethod)!))
        {
            faults.Add($"/{PaymentFields.PaymentMethod} must have 1 to 32 small letters and '_'");
        }

        if (scan.Text(PaymentField.Currency) is not { Length: 3 } currency || !currency.All(char.IsAsciiLetterUpper))
        {
            faults.Add($"/{PaymentFields.Currency} must have three capital letters");
        }

        return Reject(DeadLetterReason.Range, faults);
    }

    /// <summary>An amount in cents, rounded half away from zero; null when it is out of range.</summary>
    public static long? Cents(decimal? amount) =>
        amount is >= 0 and <= 1_000_000 && (long)Math.Round(amount.Value * 100, MidpointRounding.AwayFromZero) is >= PaymentLimits.MinAmountCents and <= PaymentLimits.MaxAmountCents and var cents
            ? cents
            : null;

    /// <summary>A payment type by its name; null for any other text.</summary>
    public static PaymentType? Type(string? name) => name switch
    {
        "purchase" => PaymentType.Purchase,
        "refund" => PaymentType.Refund,
        _ => null,
    };

    private static bool IsTyped(PaymentScan scan, PaymentField field) => field switch
    {
        PaymentField.Amount => scan.Token(field) is JsonTokenType.Number,
        PaymentField.TransactionTime => scan.Token(field) is JsonTokenType.Number && scan.Time is not null,
        PaymentField.IsInternational => scan.Token(field) is JsonTokenType.True or JsonTokenType.False,
        _ => scan.Token(field) is JsonTokenType.String,
    };

    private static string Found(JsonTokenType token) => token switch
    {
        JsonTokenType.None => "is missing",
        JsonTokenType.Null => "is null",
        JsonTokenType.True or JsonTokenType.False => "is a boolean",
        JsonTokenType.String => "is a string",
        JsonTokenType.StartArray => "is an array",
        JsonTokenType.StartObject => "is an object",
        _ => "is a number of another kind",
    };

    private static Rejection? Reject(DeadLetterReason reason, List<string> faults) => faults.Count == 0 ? null : new(reason, string.Join("; ", faults));

    private static string Text(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "beyond any number of this product";

    [GeneratedRegex(@"\A[a-z_]{1,32}\z")]
    private static partial Regex Method();
}
