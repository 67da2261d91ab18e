using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Events;

/// <summary>Why a record was refused.</summary>
public enum DeadLetterReason
{
    /// <summary>Not one well-formed JSON document.</summary>
    [JsonStringEnumMemberName("syntax")]
    Syntax,

    /// <summary>A field is missing or of another type.</summary>
    [JsonStringEnumMemberName("schema")]
    Schema,

    /// <summary>A number is out of its range.</summary>
    [JsonStringEnumMemberName("range")]
    Range,

    /// <summary>A time is no time of this product, or ends before it starts.</summary>
    [JsonStringEnumMemberName("time")]
    Time,

    /// <summary>The record is too large.</summary>
    [JsonStringEnumMemberName("size")]
    Size,

    /// <summary>The id is no id, or not the record's key.</summary>
    [JsonStringEnumMemberName("id")]
    Id,

    /// <summary>The id is taken by other content.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,
}
