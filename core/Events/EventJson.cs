using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Events;

/// <summary>JSON of the result topics: <c>JsonSerializer.SerializeToUtf8Bytes(match, EventJson.Default.MatchEvent)</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(MatchEvent))]
[JsonSerializable(typeof(ClaimEvent))]
[JsonSerializable(typeof(UnmatchedEvent))]
[JsonSerializable(typeof(DeadLetterEvent))]
public sealed partial class EventJson : JsonSerializerContext;
