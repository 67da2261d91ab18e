using SpecialDelivery.Core.Events;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.AppEvents;

/// <summary>What became of the bytes of one event: either the event, or all that is wrong with it.</summary>
/// <param name="Event">The event; null when there are faults.</param>
/// <param name="Faults">Every fault; empty when there is an event.</param>
public sealed record AppEventOutcome(AppEvent? Event, IReadOnlyList<AppEventFault> Faults)
{
    // The first kind that occurs gives a dead letter its reason.
    private static readonly DeadLetterReason[] Order =
        [DeadLetterReason.Syntax, DeadLetterReason.Schema, DeadLetterReason.Id, DeadLetterReason.Time, DeadLetterReason.Range, DeadLetterReason.Size];

    /// <summary>The faults as a dead letter tells them: the first reason of syntax, schema, id, time, range, size that occurs, and all faults in the detail; null when there is none.</summary>
    public Rejection? Rejection => Faults.Count == 0 ? null : new Rejection(
        Order.First(reason => Faults.Any(fault => fault.Reason == reason)),
        string.Join("; ", Faults.Select(fault => fault.JsonPointer.Length == 0 ? fault.Detail : $"{fault.JsonPointer} {fault.Detail}")));

    internal static AppEventOutcome Refuse(string pointer, DeadLetterReason reason, string detail) => new(null, [new(pointer, reason, detail)]);
}
