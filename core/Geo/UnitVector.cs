namespace SpecialDelivery.Core.Geo;

/// <summary>A point as a vector of length one from the Earth's centre.</summary>
public readonly record struct UnitVector
{
    /// <summary>Makes the vector of a point.</summary>
    /// <param name="point">The point.</param>
    public UnitVector(LatLon point)
    {
        (double sinLatitude, double cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        (double sinLongitude, double cosLongitude) = Math.SinCos(double.DegreesToRadians(point.Longitude));
        X = cosLatitude * cosLongitude;
        Y = cosLatitude * sinLongitude;
        Z = sinLatitude;
    }

    /// <summary>Towards latitude 0, longitude 0.</summary>
    public double X { get; }

    /// <summary>Towards latitude 0, longitude 90 east.</summary>
    public double Y { get; }

    /// <summary>Towards the north pole.</summary>
    public double Z { get; }

    /// <summary>Great circle to another point.</summary>
    /// <param name="other">The other point.</param>
    /// <returns>Metres; within a micrometre of <see cref="GreatCircle.DistanceMetres"/> below 10 000 km.</returns>
    /// <remarks>Half the chord is the sine of half the angle, which stays exact for neighbours where the dot product does not.</remarks>
    public double DistanceMetres(in UnitVector other) =>
        2 * GreatCircle.EarthRadiusMetres * Math.Asin(Math.Min(Chord(other) / 2, 1)); // rounding can push the chord past the diameter

    private double Chord(in UnitVector other)
    {
        double x = X - other.X;
        double y = Y - other.Y;
        double z = Z - other.Z;
        return Math.Sqrt((x * x) + (y * y) + (z * z));
    }
}
