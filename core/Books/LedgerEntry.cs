using SpecialDelivery.Core.Events;

namespace SpecialDelivery.Core.Books;

/// <summary>A record of the ledger, its package left out.</summary>
internal readonly record struct LedgerEntry(ClaimState State, TripAccount? Trip, long? Fence, int? Space, double? AddedMetres, long At)
{
    /// <summary>Whether another entry tells of the same step: a repeated batch writes its steps again, at a later wall clock.</summary>
    /// <remarks>An end is an end, whichever trip it names: each of several matchers may tell of it from its own point of view.</remarks>
    public bool IsSameStep(in LedgerEntry other) =>
        State == other.State && (State is ClaimState.Expired or ClaimState.Withdrawn || (Trip == other.Trip && Fence == other.Fence));
}
