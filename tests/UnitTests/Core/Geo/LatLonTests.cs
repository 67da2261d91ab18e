using SpecialDelivery.Core.Geo;

namespace UnitTests.Core.Geo;

public sealed class LatLonTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-0.0, -0.0)]
    [InlineData(90, 180)]
    [InlineData(-90, -180)]
    [InlineData(36.677737000000001, -121.65550099999999)]
    [InlineData(double.Epsilon, -double.Epsilon)]
    public void A_point_on_Earth_keeps_its_degrees(double latitude, double longitude)
    {
        LatLon point = new(latitude, longitude);

        Assert.Equal((latitude, longitude), (point.Latitude, point.Longitude));
    }

    [Theory]
    [InlineData(90.00000000000001, 0, "latitude")]
    [InlineData(-90.00000000000001, 0, "latitude")]
    [InlineData(double.NaN, 0, "latitude")]
    [InlineData(double.PositiveInfinity, 0, "latitude")]
    [InlineData(double.NegativeInfinity, 0, "latitude")]
    [InlineData(0, 180.00000000000003, "longitude")]
    [InlineData(0, -180.00000000000003, "longitude")]
    [InlineData(0, double.NaN, "longitude")]
    [InlineData(0, double.PositiveInfinity, "longitude")]
    [InlineData(-121.65, 36.67, "latitude")]
    public void A_point_off_Earth_is_refused_by_name(double latitude, double longitude, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new LatLon(latitude, longitude));
}
