namespace SpecialDelivery.Core.AppEvents;

/// <summary>An event of the usual form: where its parts stand in its record.</summary>
/// <param name="EventType">Its type, without quotes.</param>
/// <param name="Ts">When it happened, unix seconds.</param>
/// <param name="Params">Its details, a JSON object.</param>
public readonly record struct PlainEvent(Range EventType, long Ts, Range Params);
