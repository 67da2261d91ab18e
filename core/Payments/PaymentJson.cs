using System.Text.Json.Serialization;
using SpecialDelivery.Core.Payments.Detection;

namespace SpecialDelivery.Core.Payments;

/// <summary>JSON of the payments' result topics, and of habits.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AggregateEvent))]
[JsonSerializable(typeof(AnomalyEvent))]
[JsonSerializable(typeof(IReadOnlyList<Habit>))]
public sealed partial class PaymentJson : JsonSerializerContext;
