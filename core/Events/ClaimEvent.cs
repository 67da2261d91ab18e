namespace SpecialDelivery.Core.Events;

/// <summary>A record of topic <c>claims</c>, the ledger from which the claim store can be rebuilt.</summary>
/// <param name="Package">Package id, the record's key.</param>
/// <param name="Trip">Trip id; null where no trip is concerned.</param>
/// <param name="State">What happened.</param>
/// <param name="Space">Room the package takes; null where no trip is concerned.</param>
/// <param name="Fence">The claim's token; null where no claim is concerned.</param>
/// <param name="At">Wall clock, unix milliseconds.</param>
/// <param name="Batch">The batch that wrote it.</param>
/// <param name="AddedMetres">Added driving charged to the trip; null where no trip is concerned.</param>
public sealed record ClaimEvent(
    string Package,
    string? Trip,
    ClaimState State,
    int? Space,
    long? Fence,
    long At,
    long Batch,
    double? AddedMetres);
