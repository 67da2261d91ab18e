using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Orders;

/// <summary>A drive somebody makes anyway, with room for packages: an event of topic <c>DRIVER</c>.</summary>
/// <param name="Id">The event's id and key, see <see cref="OrderId"/>.</param>
/// <param name="LeavesAt">Departure, unix milliseconds UTC; the trip is open until then.</param>
/// <param name="ArrivesAt">Arrival, unix milliseconds UTC, after <paramref name="LeavesAt"/>.</param>
/// <param name="Space">Room offered, litre-like units, at least 1.</param>
/// <param name="Review">The driver's rating, 1 to 5.</param>
/// <param name="Source">Where the trip starts.</param>
/// <param name="Destination">Where it ends.</param>
/// <param name="DetourMetres">The added driving its driver accepts over all its packages, metres.</param>
/// <param name="Price">Price level, 1 to 5.</param>
public sealed record Trip(
    string Id,
    long LeavesAt,
    long ArrivesAt,
    int Space,
    double Review,
    LatLon Source,
    LatLon Destination,
    double DetourMetres,
    double Price);
