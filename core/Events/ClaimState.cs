using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Events;

/// <summary>What the ledger says of a package.</summary>
public enum ClaimState
{
    /// <summary>A trip carries it.</summary>
    [JsonStringEnumMemberName("claimed")]
    Claimed,

    /// <summary>Its trip was withdrawn; it waits again.</summary>
    [JsonStringEnumMemberName("released")]
    Released,

    /// <summary>Its deadline passed; the end.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>Its sender withdrew it; the end.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}
