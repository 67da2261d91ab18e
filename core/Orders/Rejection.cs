using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.Orders;

/// <summary>Why a record is no trip and no package.</summary>
/// <param name="Reason">The reason in one word.</param>
/// <param name="Detail">What is wrong, where, and the allowed range; never the whole record.</param>
public sealed record Rejection(DeadLetterReason Reason, string Detail);
