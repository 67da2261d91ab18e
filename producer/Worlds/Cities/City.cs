using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Producer.Worlds.Cities;

/// <summary>A city of the Californian world.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Centre">Its centre.</param>
public sealed record City(string Name, LatLon Centre)
{
    /// <summary>How far from the centre people start and arrive, metres.</summary>
    public const double RadiusMetres = 10_000;

    /// <summary>The four cities.</summary>
    public static IReadOnlyList<City> All { get; } =
    [
        new("Salinas", new(36.677737, -121.655501)),
        new("San Francisco", new(37.774929, -122.419416)),
        new("Sacramento", new(38.581572, -121.494400)),
        new("Fresno", new(36.746842, -119.772587)),
    ];
}
