using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Producer.Worlds.Flights;

/// <summary>An airport and the places its packages come from.</summary>
/// <param name="Iata">Its code.</param>
/// <param name="Point">Where it is.</param>
/// <param name="Surroundings">Real ZIP points near it; the airport itself where none is near. Never empty.</param>
public sealed record Airport(string Iata, LatLon Point, IReadOnlyList<LatLon> Surroundings);
