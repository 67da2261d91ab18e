using System.Text.Json;

namespace SpecialDelivery.Api.Search;

/// <summary>An event as the index holds it.</summary>
/// <param name="Id">Type and time, made unique where two events share both.</param>
/// <param name="Ts">Unix seconds.</param>
/// <param name="EventType">What happened.</param>
/// <param name="Params">Details, an object.</param>
internal sealed record AppEventView(string Id, long Ts, string EventType, JsonElement Params);
