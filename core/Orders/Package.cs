using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Orders;

/// <summary>Something to be carried: an event of topic <c>SENDER</c>.</summary>
/// <param name="Id">The event's id and key, see <see cref="OrderId"/>.</param>
/// <param name="ReadyAt">When it can be picked up, unix milliseconds UTC.</param>
/// <param name="Deadline">When it must have arrived, unix milliseconds UTC, after <paramref name="ReadyAt"/>; it waits until then.</param>
/// <param name="Space">Room needed, litre-like units, at least 1.</param>
/// <param name="LowestReview">The lowest rating of a driver its sender accepts, 1 to 5.</param>
/// <param name="Source">Where it is picked up.</param>
/// <param name="Destination">Where it is to go.</param>
/// <param name="LengthMetres">Its own way from source to destination as its sender states it, metres.</param>
public sealed record Package(
    string Id,
    long ReadyAt,
    long Deadline,
    int Space,
    double LowestReview,
    LatLon Source,
    LatLon Destination,
    double LengthMetres);
