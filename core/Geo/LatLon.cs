namespace SpecialDelivery.Core.Geo;

/// <summary>A point on Earth in WGS 84 degrees.</summary>
public readonly record struct LatLon
{
    /// <summary>Makes a point.</summary>
    /// <param name="latitude">Degrees north, -90 to 90.</param>
    /// <param name="longitude">Degrees east, -180 to 180; both ends name the same meridian.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is NaN or out of its range.</exception>
    public LatLon(double latitude, double longitude)
    {
        // Negated comparisons: NaN fails every comparison, so it is refused too.
        if (!IsLatitude(latitude))
        {
            throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude lies in -90..90 degrees.");
        }

        if (!IsLongitude(longitude))
        {
            throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude lies in -180..180 degrees.");
        }

        Latitude = latitude;
        Longitude = longitude;
    }

    /// <summary>Degrees north, -90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east, -180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>Whether a number is a latitude; NaN is none.</summary>
    /// <param name="degrees">Any number.</param>
    /// <returns>True from -90 to 90.</returns>
    public static bool IsLatitude(double degrees) => degrees is >= -90 and <= 90;

    /// <summary>Whether a number is a longitude; NaN is none.</summary>
    /// <param name="degrees">Any number.</param>
    /// <returns>True from -180 to 180.</returns>
    public static bool IsLongitude(double degrees) => degrees is >= -180 and <= 180;
}
