using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Payments;

/// <summary>Which way the money of a payment went.</summary>
public enum PaymentType
{
    /// <summary>From the user to the merchant.</summary>
    [JsonStringEnumMemberName("purchase")]
    Purchase,

    /// <summary>Back to the user.</summary>
    [JsonStringEnumMemberName("refund")]
    Refund,
}
