namespace SpecialDelivery.Core.Books;

/// <summary>A record of topic <c>matches</c>, its package left out.</summary>
internal readonly record struct MatchEntry(
    TripAccount Trip, long Fence, double PickupMetres, double DropoffMetres, double AddedMetres, int Space, long MatchedAt)
{
    /// <summary>Whether another entry tells of the same match: a repeated batch writes it again, at a later wall clock.</summary>
    public bool IsSameMatch(in MatchEntry other) => Trip == other.Trip && Fence == other.Fence;
}
