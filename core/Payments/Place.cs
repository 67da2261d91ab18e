using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Payments;

/// <summary>A place that payments name.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Position">Its centre.</param>
public sealed record Place(string Name, LatLon Position);
