using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Events;

/// <summary>Why a package has no driver.</summary>
public enum UnmatchedReason
{
    /// <summary>No open trip passes near enough and fits; it waits.</summary>
    [JsonStringEnumMemberName("no_candidate")]
    NoCandidate,

    /// <summary>Every candidate was claimed by others first; it waits.</summary>
    [JsonStringEnumMemberName("lost_race")]
    LostRace,

    /// <summary>Trips pass, but none has the room or the detour left; it waits.</summary>
    [JsonStringEnumMemberName("no_space")]
    NoSpace,

    /// <summary>Its deadline passed; the end.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary>Its sender withdrew it; the end.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}
