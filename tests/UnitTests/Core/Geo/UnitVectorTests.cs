using FsCheck;
using FsCheck.Fluent;
using SpecialDelivery.Core.Geo;

namespace UnitTests.Core.Geo;

public sealed class UnitVectorTests
{
    private const double ProvenUpToMetres = 10_000_000;

    private static Gen<LatLon> Points =>
        from latitude in Gen.OneOf(Gen.Choose(-9_000_000, 9_000_000), Gen.Elements(-9_000_000, 0, 9_000_000))
        from longitude in Gen.OneOf(Gen.Choose(-18_000_000, 18_000_000), Gen.Elements(-18_000_000, 0, 18_000_000))
        select new LatLon(latitude / 100_000.0, longitude / 100_000.0);

    [Fact]
    public void A_vector_has_length_one() => Check(
        Points.Select(point => new UnitVector(point)),
        vector => Math.Abs((vector.X * vector.X) + (vector.Y * vector.Y) + (vector.Z * vector.Z) - 1) < 1e-15);

    [Fact]
    public void Distances_are_great_circles() => Check(
        from a in Points
        from b in Gen.OneOf(Points, Near(a))
        select (a, b),
        pair => GreatCircle.DistanceMetres(pair.a, pair.b) is var metres
            && (metres > ProvenUpToMetres || Math.Abs(Measure(pair.a, pair.b) - metres) < 1e-6));

    [Theory]
    [InlineData(0, 180, 0, -180, 0)]
    [InlineData(90, 0, 90, 137, 0)]
    [InlineData(0, 0, 90, 0, Math.PI / 2)]
    [InlineData(90, 0, -90, 0, Math.PI)]
    [InlineData(30, 40, -30, -140, Math.PI)]
    public void Date_line_poles_and_antipodes_are_no_exceptions(double latitudeA, double longitudeA, double latitudeB, double longitudeB, double radians) =>
        Assert.Equal(radians * GreatCircle.EarthRadiusMetres, Measure(new LatLon(latitudeA, longitudeA), new LatLon(latitudeB, longitudeB)), 0.2);

    private static Gen<LatLon> Near(LatLon point) =>
        from north in Gen.Choose(-1_000, 1_000)
        from east in Gen.Choose(-1_000, 1_000)
        select new LatLon(Math.Clamp(point.Latitude + (north / 1e6), -90, 90), Math.Clamp(point.Longitude + (east / 1e6), -180, 180));

    private static double Measure(LatLon a, LatLon b) => new UnitVector(a).DistanceMetres(new UnitVector(b));

    private static void Check<T>(Gen<T> generator, Func<T, bool> holds) =>
        Prop.ForAll(generator.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true));
}
