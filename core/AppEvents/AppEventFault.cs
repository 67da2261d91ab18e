using System.Text.Json.Serialization;
using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>One thing that is wrong with an event.</summary>
/// <param name="JsonPointer">Where, a JSON pointer (RFC 6901) into the event; empty for the event as a whole. Long names are cut.</param>
/// <param name="Reason">Why, in one word.</param>
/// <param name="Detail">What was found and what is expected; never the event's own text.</param>
public sealed record AppEventFault([property: JsonPropertyName("pointer")] string JsonPointer, DeadLetterReason Reason, string Detail);
