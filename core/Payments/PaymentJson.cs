using System.Text.Json.Serialization;

namespace SpecialDelivery.Core.Payments;

/// <summary>JSON of the payments' result topics.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AggregateEvent))]
[JsonSerializable(typeof(AnomalyEvent))]
public sealed partial class PaymentJson : JsonSerializerContext;
