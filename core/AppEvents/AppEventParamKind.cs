namespace SpecialDelivery.Core.AppEvents;

/// <summary>The JSON types that a detail of an event may have.</summary>
public enum AppEventParamKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number that a double can hold.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Nothing.</summary>
    Null,
}
