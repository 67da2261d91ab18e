using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Payments;

/// <summary>The usual form of a payment's JSON as a regular expression: what it matches is a sound payment, so that one look both checks and reads it. For Spark (Java) and .NET alike.</summary>
/// <remarks>
/// The fields stand in the order in which <see cref="PaymentFields"/> lists them, at most one blank after a colon or comma. What does not match
/// may be sound all the same: the strict reader decides.
/// </remarks>
public static class PaymentPattern
{
    /// <summary>The expression; the time still has to lie before <see cref="OrderTime.Latest"/>, and the amount must not be 0.</summary>
    public const string Pattern =
        @"\A\{""" + PaymentFields.TransactionId + @""": ?""" + Id + @"""," +
        @" ?""" + PaymentFields.UserId + @""": ?""(" + Id + @")""," +
        @" ?""" + PaymentFields.Amount + @""": ?((?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,2})?)," +
        @" ?""" + PaymentFields.TransactionTime + @""": ?([1-9][0-9]{12})," +
        @" ?""" + PaymentFields.MerchantId + @""": ?""(" + Id + @")""," +
        @" ?""" + PaymentFields.TransactionType + @""": ?""(?:purchase|refund)""," +
        @" ?""" + PaymentFields.Location + @""": ?""([A-Za-z .'-]{1,64})""," +
        @" ?""" + PaymentFields.PaymentMethod + @""": ?""[a-z_]{1,32}""," +
        @" ?""" + PaymentFields.IsInternational + @""": ?(?:true|false)," +
        @" ?""" + PaymentFields.Currency + @""": ?""[A-Z]{3}""\}\z";

    /// <summary>What a payment is replaced by: 13 digits of time, <c>merchant|user|place</c>, <c>#</c>, amount. It never starts with a brace, a payment always does.</summary>
    public const string Replacement = "$3$4|$1|$5#$2";

    /// <summary>Between the names of <see cref="Replacement"/>; no name holds it.</summary>
    public const char Separator = '|';

    /// <summary>How many digits of time come first.</summary>
    public const int TimeDigits = 13;

    private const string Id = @"(?!\.{1,2}"")[A-Za-z0-9._~-]{1,64}";
}
