namespace SpecialDelivery.Core.AppEvents;

/// <summary>A detail of an event.</summary>
/// <param name="Name">1 to <see cref="AppEventLimits.MaxNameLength"/> characters.</param>
/// <param name="Kind">The JSON type of the value.</param>
/// <param name="Text">The value as text: a string itself, a number as it was written, <c>true</c>, <c>false</c> or <c>null</c>. A search for a detail compares this text; null is not found.</param>
public readonly record struct AppEventParam(string Name, AppEventParamKind Kind, string Text);
