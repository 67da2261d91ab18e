using SpecialDelivery.Core.Geo;

namespace SpecialDelivery.Producer.Randomness;

/// <summary>Points around a centre.</summary>
internal static class Disc
{
    // A millionth of a degree is 11 cm: what a phone reports, and short in JSON.
    private const int Decimals = 6;

    /// <summary>A point of a disc on the sphere, uniform by area.</summary>
    /// <param name="centre">The centre.</param>
    /// <param name="radiusMetres">The disc's radius along the ground, metres, at most a quarter of the circumference.</param>
    /// <param name="distance">Of [0, 1): how far out; uniform numbers give a uniform density.</param>
    /// <param name="bearing">Of [0, 1): which direction, as a part of the full turn.</param>
    /// <returns>A point at most 0.1 m beyond the radius, which is the rounding of its coordinates.</returns>
    public static LatLon Point(LatLon centre, double radiusMetres, double distance, double bearing)
    {
        // The cap within angle c has the area 2π r² (1 - cos c) = 4π r² sin²(c/2).
        double halfSine = Math.Sqrt(distance) * Math.Sin(radiusMetres / (2 * GreatCircle.EarthRadiusMetres));
        double angle = 2 * Math.Asin(halfSine);
        double theta = bearing * Math.Tau;
        double phi = double.DegreesToRadians(centre.Latitude);
        double sine = (Math.Sin(phi) * Math.Cos(angle)) + (Math.Cos(phi) * Math.Sin(angle) * Math.Cos(theta));
        double latitude = Math.Asin(Math.Clamp(sine, -1, 1));
        double turn = Math.Atan2(Math.Sin(theta) * Math.Sin(angle) * Math.Cos(phi), Math.Cos(angle) - (Math.Sin(phi) * sine));
        double longitude = Math.IEEERemainder(centre.Longitude + double.RadiansToDegrees(turn), 360);
        return new(Math.Round(double.RadiansToDegrees(latitude), Decimals), Math.Round(longitude, Decimals));
    }
}
