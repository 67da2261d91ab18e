using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Payments;

/// <summary>Why a payment stands out.</summary>
public enum AnomalyReason
{
    /// <summary>Its amount is far from what its user and its merchant are used to.</summary>
    [JsonStringEnumMemberName("amount")]
    Amount,

    /// <summary>Nobody gets from where its user was to where it was paid in the time between.</summary>
    [JsonStringEnumMemberName("travel")]
    Travel,

    /// <summary>One of far more payments of one user to one merchant than there should be in so short a time.</summary>
    [JsonStringEnumMemberName("burst")]
    Burst,
}
