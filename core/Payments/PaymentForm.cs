namespace SpecialDelivery.Core.Payments;

/// <summary>The usual form of a payment's JSON: cut at its quotation marks, it has 35 pieces, of which most are always the same and the rest can be checked by one pattern. For Spark.</summary>
/// <remarks>
/// The fields stand in the order in which <see cref="PaymentFields"/> lists them, without blanks. What has this form is a sound payment once its
/// time and amount are in range; what has another may be sound all the same: the strict reader decides.
/// </remarks>
public static class PaymentForm
{
    /// <summary>How many pieces there are.</summary>
    public const int Pieces = 35;

    /// <summary>The piece that holds the transaction's id.</summary>
    public const int TransactionId = 3;

    /// <summary>The piece that holds the user.</summary>
    public const int User = 7;

    /// <summary>The piece that holds the amount between a colon and a comma.</summary>
    public const int Amount = 10;

    /// <summary>The piece that holds 13 digits of time between a colon and a comma.</summary>
    public const int Time = 12;

    /// <summary>The piece that holds the merchant.</summary>
    public const int Merchant = 15;

    /// <summary>The piece that holds the transaction's type.</summary>
    public const int Type = 19;

    /// <summary>The piece that holds the place.</summary>
    public const int Location = 23;

    /// <summary>The piece that holds the method.</summary>
    public const int Method = 27;

    /// <summary>The piece that holds true or false between a colon and a comma.</summary>
    public const int International = 30;

    /// <summary>The piece that holds the currency.</summary>
    public const int Currency = 33;

    /// <summary>Between the pieces that <see cref="Pattern"/> checks.</summary>
    public const char Separator = '|';

    /// <summary>What the pieces of <see cref="Checked"/>, joined by <see cref="Separator"/>, match: ids, names, and an amount of at most two decimals.</summary>
    public const string Pattern = "^" + Id + @"\|" + Id + @"\|[A-Za-z .'-]{1,64}\|" + Id + @"\|[a-z_]{1,32}\|[A-Z]{3}\|:(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,2})?,\z";

    private const string Id = @"(?!\.{1,2}\|)[A-Za-z0-9._~-]{1,64}";

    /// <summary>The pieces that one pattern checks, in its order; the first three are the names that payments are grouped by.</summary>
    public static IReadOnlyList<int> Checked { get; } = [Merchant, User, Location, TransactionId, Method, Currency, Amount];

    /// <summary>Every other piece, and what it may be.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<string>> Fixed { get; } = new Dictionary<int, IReadOnlyList<string>>
    {
        [0] = ["{"],
        [1] = [PaymentFields.TransactionId],
        [2] = [":"],
        [4] = [","],
        [5] = [PaymentFields.UserId],
        [6] = [":"],
        [8] = [","],
        [9] = [PaymentFields.Amount],
        [11] = [PaymentFields.TransactionTime],
        [13] = [PaymentFields.MerchantId],
        [14] = [":"],
        [16] = [","],
        [17] = [PaymentFields.TransactionType],
        [18] = [":"],
        [Type] = ["purchase", "refund"],
        [20] = [","],
        [21] = [PaymentFields.Location],
        [22] = [":"],
        [24] = [","],
        [25] = [PaymentFields.PaymentMethod],
        [26] = [":"],
        [28] = [","],
        [29] = [PaymentFields.IsInternational],
        [International] = [":false,", ":true,"],
        [31] = [PaymentFields.Currency],
        [32] = [":"],
        [34] = ["}"],
    };
}
