using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Core.Payments;

/// <summary>The places whose position is known: only between these can travel be judged.</summary>
public static class Places
{
    /// <summary>All of them; generators refer to them by their index, so new ones go to the end.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("New York", new LatLon(40.7128, -74.0060)),
        new("Los Angeles", new LatLon(34.0522, -118.2437)),
        new("Chicago", new LatLon(41.8781, -87.6298)),
        new("Houston", new LatLon(29.7604, -95.3698)),
        new("Phoenix", new LatLon(33.4484, -112.0740)),
        new("San Francisco", new LatLon(37.7749, -122.4194)),
        new("Sacramento", new LatLon(38.5816, -121.4944)),
        new("Seattle", new LatLon(47.6062, -122.3321)),
        new("Denver", new LatLon(39.7392, -104.9903)),
        new("Miami", new LatLon(25.7617, -80.1918)),
        new("Boston", new LatLon(42.3601, -71.0589)),
        new("Toronto", new LatLon(43.6532, -79.3832)),
        new("Mexico City", new LatLon(19.4326, -99.1332)),
        new("London", new LatLon(51.5072, -0.1276)),
        new("Paris", new LatLon(48.8566, 2.3522)),
        new("Berlin", new LatLon(52.5200, 13.4050)),
        new("Madrid", new LatLon(40.4168, -3.7038)),
        new("Lagos", new LatLon(6.5244, 3.3792)),
        new("Mumbai", new LatLon(19.0760, 72.8777)),
        new("Singapore", new LatLon(1.3521, 103.8198)),
        new("Tokyo", new LatLon(35.6762, 139.6503)),
        new("Sydney", new LatLon(-33.8688, 151.2093)),
    ];

    private static readonly Dictionary<string, Place> ByName = All.ToDictionary(place => place.Name);

    /// <summary>A place by its name.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <returns>The place; null when its position is not known.</returns>
    public static Place? Find(string name) => ByName.GetValueOrDefault(name);
}
