using FsCheck;
using FsCheck.Fluent;
using SpecialDelivery.Core.Geo;

namespace UnitTests.Core.Geo;

public sealed class GreatCircleTests
{
    private const double HalfCircumference = Math.PI * GreatCircle.EarthRadiusMetres;
    private const double Quarter = HalfCircumference / 2;
    private const double Degree = HalfCircumference / 180;

    // Exact by spherical trigonometry: a pole lies a quarter away from the equator, an octant's corners a quarter from each other.
    public static TheoryData<double, double, double, double, double> Exact => new()
    {
        { 0, 0, 0, 0, 0 },
        { 90, 0, 90, 137, 0 },
        { -90, -180, -90, 180, 0 },
        { 0, 180, 0, -180, 0 },
        { 45, 180, 45, -180, 0 },
        { 0, 0, 0, 1, Degree },
        { 0, 179.5, 0, -179.5, Degree },
        { 0, 0, 1, 0, Degree },
        { 89.5, 0, 89.5, 180, Degree },
        { -89.5, 90, -89.5, -90, Degree },
        { 0, 0, 0, 90, Quarter },
        { 0, 0, 90, 0, Quarter },
        { 0, 17, -90, 99, Quarter },
        { 90, 0, -90, 0, HalfCircumference },
        { 0, 0, 0, 180, HalfCircumference },
        { 0, -90, 0, 90, HalfCircumference },
        { 30, 40, -30, -140, HalfCircumference },
        { 60, 0, 60, 180, 60 * Degree },
        { 45, 0, 45, 90, 60 * Degree },
    };

    // Published figures on their own radius: R. W. Sinnott's formula as tabulated by E. Williams, "Aviation Formulary" (LAX to JFK, 0.623585
    // radians), and Rosetta Code, "Haversine formula" (BNA to LAX, 2886.4444 km at a radius of 6371 km).
    public static TheoryData<double, double, double, double, double, double> Published => new()
    {
        { 33.95, -118.4, 40 + (38 / 60.0), -(73 + (47 / 60.0)), 0.623585, 5e-7 },
        { 36.12, -86.67, 33.94, -118.40, 2886.4444428379834 / 6371, 1e-9 },
    };

    [Theory]
    [MemberData(nameof(Exact))]
    public void A_distance_that_trigonometry_knows(double latitudeA, double longitudeA, double latitudeB, double longitudeB, double metres) =>
        Assert.Equal(metres, GreatCircle.DistanceMetres(new LatLon(latitudeA, longitudeA), new LatLon(latitudeB, longitudeB)), 0.01);

    [Theory]
    [MemberData(nameof(Published))]
    public void A_distance_that_others_published(double latitudeA, double longitudeA, double latitudeB, double longitudeB, double radians, double tolerance) =>
        Assert.Equal(radians, GreatCircle.DistanceMetres(new LatLon(latitudeA, longitudeA), new LatLon(latitudeB, longitudeB)) / GreatCircle.EarthRadiusMetres, tolerance);

    [Fact]
    public void Seven_centimetres_are_not_zero()
    {
        double metres = GreatCircle.DistanceMetres(new LatLon(37, -122), new LatLon(37 + (0.07 / Degree), -122));

        Assert.Equal(0.07, metres, 1e-6);
    }

    // T. Vincenty, "Direct and Inverse Solutions of Geodesics on the Ellipsoid", Survey Review XXIII (1975): Flinders Peak to Buninyong,
    // 54 972.271 m as published by Geoscience Australia; a sphere is within 0.57 % of the ellipsoid.
    [Fact]
    public void The_sphere_is_near_the_surveyed_Earth()
    {
        LatLon flindersPeak = new(-(37 + (57 / 60.0) + (3.72030 / 3600)), 144 + (25 / 60.0) + (29.52440 / 3600));
        LatLon buninyong = new(-(37 + (39 / 60.0) + (10.15610 / 3600)), 143 + (55 / 60.0) + (35.38390 / 3600));

        Assert.Equal(54_972.271, GreatCircle.DistanceMetres(flindersPeak, buninyong), 54_972.271 * 0.0057);
    }

    [Fact]
    public void Swapping_the_ends_changes_nothing() => Check(
        Pairs,
        pair => GreatCircle.DistanceMetres(pair.A, pair.B) == GreatCircle.DistanceMetres(pair.B, pair.A));

    [Fact]
    public void A_distance_lies_between_zero_and_half_around() => Check(
        Pairs,
        pair => GreatCircle.DistanceMetres(pair.A, pair.B) is >= 0 and <= HalfCircumference && GreatCircle.DistanceMetres(pair.A, pair.A) == 0);

    [Fact]
    public void No_detour_is_shorter() => Check(
        from a in Points
        from b in Points
        from c in Points
        select (a, b, c),
        points => GreatCircle.DistanceMetres(points.a, points.c)
            <= GreatCircle.DistanceMetres(points.a, points.b) + GreatCircle.DistanceMetres(points.b, points.c) + 0.2);

    [Fact]
    public void Vectors_agree() => Check(
        Pairs,
        pair => Math.Abs(GreatCircle.DistanceMetres(pair.A, pair.B) - ByVectors(pair.A, pair.B)) < 0.2);

    private static Gen<(LatLon A, LatLon B)> Pairs =>
        from a in Points
        from b in Points
        select (a, b);

    private static Gen<LatLon> Points =>
        from latitude in Gen.Choose(-9_000_000, 9_000_000)
        from longitude in Gen.Choose(-18_000_000, 18_000_000)
        select new LatLon(latitude / 100_000.0, longitude / 100_000.0);

    // Another way to the same number, through vectors; the arc tangent keeps its precision at the antipodes.
    private static double ByVectors(LatLon a, LatLon b)
    {
        (double x, double y, double z) u = Vector(a), v = Vector(b);
        (double x, double y, double z) cross = ((u.y * v.z) - (u.z * v.y), (u.z * v.x) - (u.x * v.z), (u.x * v.y) - (u.y * v.x));
        double sine = Math.Sqrt((cross.x * cross.x) + (cross.y * cross.y) + (cross.z * cross.z));
        return GreatCircle.EarthRadiusMetres * Math.Atan2(sine, (u.x * v.x) + (u.y * v.y) + (u.z * v.z));
    }

    private static (double X, double Y, double Z) Vector(LatLon point)
    {
        double phi = double.DegreesToRadians(point.Latitude);
        double lambda = double.DegreesToRadians(point.Longitude);
        return (Math.Cos(phi) * Math.Cos(lambda), Math.Cos(phi) * Math.Sin(lambda), Math.Sin(phi));
    }

    private static void Check<T>(Gen<T> generator, Func<T, bool> holds) =>
        Prop.ForAll(generator.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));
}
