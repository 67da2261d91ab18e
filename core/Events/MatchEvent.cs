namespace SpecialDelivery.Core.Events;

/// <summary>A record of topic <c>matches</c>: one package found its trip.</summary>
/// <param name="Package">Package id, the record's key.</param>
/// <param name="Trip">Trip id.</param>
/// <param name="PickupMetres">Great circle from the trip's source to the package's.</param>
/// <param name="DropoffMetres">Great circle between the two destinations.</param>
/// <param name="AddedMetres">The cost: pickup and dropoff together.</param>
/// <param name="Space">Room the package takes.</param>
/// <param name="Rank">Place of this trip among the package's candidates, from 1 = the best.</param>
/// <param name="Fence">The claim's token, higher for a later claim.</param>
/// <param name="MatchedAt">Wall clock, unix milliseconds.</param>
/// <param name="Batch">The batch that matched it.</param>
public sealed record MatchEvent(
    string Package,
    string Trip,
    double PickupMetres,
    double DropoffMetres,
    double AddedMetres,
    int Space,
    int Rank,
    long Fence,
    long MatchedAt,
    long Batch);
