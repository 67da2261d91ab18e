using System.Text.Json.Serialization;

namespace SpecialDelivery.Api.Health;

/// <summary>How the service is.</summary>
/// <param name="Status">In a word.</param>
/// <param name="Servers">"ok" or "down" for each server behind it.</param>
internal sealed record HealthAnswer(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Servers);
