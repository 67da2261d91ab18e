using SpecialDelivery.Core.Geo;
using SpecialDelivery.Producer.Randomness;

namespace UnitTests.Producer;

public sealed class DiscTests
{
    private const double Radius = 10_000;
    private const double Rounding = 0.1;

    [Theory]
    [InlineData(36.677737, -121.655501)]
    [InlineData(0, 0)]
    [InlineData(-60, 179.99)]
    [InlineData(89.99, 10)]
    [InlineData(-90, 0)]
    public void Points_are_uniform_by_area(double latitude, double longitude)
    {
        const int count = 20_000;
        LatLon centre = new(latitude, longitude);
        double[] distances = [.. Enumerable.Range(0, count).Select(i => GreatCircle.DistanceMetres(centre, Point(centre, i)))];

        Assert.InRange(distances.Max(), 0.99 * Radius, Radius + Rounding);
        foreach (double part in new[] { 0.1, 0.25, 0.5, 0.9 })
        {
            double inside = distances.Count(distance => distance <= Radius * Math.Sqrt(part)) / (double)count;
            Assert.InRange(inside, part - 0.01, part + 0.01); // three standard errors
        }
    }

    [Fact]
    public void Every_direction_is_as_likely()
    {
        const int count = 20_000;
        LatLon centre = new(38.581572, -121.4944);
        int[] quadrants = new int[4];
        for (int i = 0; i < count; i++)
        {
            LatLon point = Point(centre, i);
            quadrants[(point.Latitude > centre.Latitude ? 2 : 0) + (point.Longitude > centre.Longitude ? 1 : 0)]++;
        }

        Assert.All(quadrants, found => Assert.InRange(found / (double)count, 0.24, 0.26));
    }

    private static LatLon Point(LatLon centre, int index)
    {
        Draw draw = new(3, EntityKind.Trip, index);
        return Disc.Point(centre, Radius, draw.Unit(Field.SourceDistance), draw.Unit(Field.SourceBearing));
    }
}
