using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;

namespace UnitTests.Core.Orders;

/// <summary>Random legal orders, their edges included.</summary>
internal static class RandomOrders
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-";

    public static Gen<Trip> Trips { get; } =
        from id in Ids
        from times in Times
        from space in Gen.Choose(OrderLimits.MinSpace, OrderLimits.MaxSpace)
        from review in Between(OrderLimits.MinReview, OrderLimits.MaxReview)
        from source in Places
        from destination in Places
        from detour in Between(0, OrderLimits.MaxDistanceMetres)
        from price in Between(OrderLimits.MinReview, OrderLimits.MaxReview)
        select new Trip(id, times.Start, times.End, space, review, source, destination, detour, price);

    public static Gen<Package> Packages { get; } =
        from trip in Trips
        select new Package(trip.Id, trip.LeavesAt, trip.ArrivesAt, trip.Space, trip.Review, trip.Source, trip.Destination, trip.DetourMetres);

    private static Gen<string> Ids =>
        from characters in Gen.Elements(IdCharacters.ToCharArray()).NonEmptyListOf()
        let id = new string([.. characters.Take(OrderId.MaxLength)])
        where id is not "." and not ".."
        select id;

    private static Gen<(long Start, long End)> Times =>
        from start in Between(OrderTime.Earliest, OrderTime.Latest - 1)
        from end in Between(Math.Floor(start) + 1, OrderTime.Latest)
        select ((long)start, (long)Math.Ceiling(end));

    private static Gen<LatLon> Places =>
        from latitude in Between(-90, 90)
        from longitude in Between(-180, 180)
        select new LatLon(latitude, longitude);

    public static byte[] Json(Trip trip)
    {
        ArrayBufferWriter<byte> output = new();
        OrderJson.Write(trip, output);
        return output.WrittenSpan.ToArray();
    }

    public static byte[] Json(Package package)
    {
        ArrayBufferWriter<byte> output = new();
        OrderJson.Write(package, output);
        return output.WrittenSpan.ToArray();
    }

    private static Gen<double> Between(double least, double most) => Gen.OneOf(
        Gen.Elements(least, most, Math.Clamp(0, least, most), Math.Clamp(-0.0, least, most)),
        from high in Gen.Choose(0, (1 << 26) - 1)
        from low in Gen.Choose(0, (1 << 26) - 1)
        select Math.Clamp(least + ((most - least) * ((high + (low / (double)(1 << 26))) / (1 << 26))), least, most));
}
