using System.Text.Json;
using SpecialDelivery.Core.AppEvents;

namespace SpecialDelivery.Api.Ingest;

/// <summary>An event as it is posted; only describes it, <see cref="AppEventParser"/> reads it.</summary>
/// <param name="EventType">What happened.</param>
/// <param name="Ts">When, unix seconds.</param>
/// <param name="Params">Details: strings, numbers, booleans, nulls.</param>
internal sealed record AppEventBody(string EventType, long Ts, IReadOnlyDictionary<string, JsonElement>? Params);
