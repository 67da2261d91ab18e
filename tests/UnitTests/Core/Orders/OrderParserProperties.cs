using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SpecialDelivery.Core.Orders;

namespace UnitTests.Core.Orders;

public sealed class OrderParserProperties
{
    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud83d", "\\udc00", "\"id\"", "\"p\"", "\"stime\"", "\"slat\"", "\"dist\"", "\"price\"", "null", "true", "NaN",
        "-", "0", "1e400", "-0.0", "1700000000000", "9007199254740993", " ", "\n", "\u0000", "\u202E", "\uFEFF", "//", "/*",
    ];

    [Fact]
    public void A_written_trip_reads_back_equal() => Check(
        RandomOrders.Trips,
        trip => OrderParser.TryParseTrip(Encoding.UTF8.GetBytes(trip.Id), RandomOrders.Json(trip), out Trip? read, out Rejection? rejection)
            && rejection is null && trip == read && ContentHash.Of(trip) == ContentHash.Of(read));

    [Fact]
    public void A_written_package_reads_back_equal() => Check(
        RandomOrders.Packages,
        package => OrderParser.TryParsePackage(Encoding.UTF8.GetBytes(package.Id), RandomOrders.Json(package), out Package? read, out Rejection? rejection)
            && rejection is null && package == read && ContentHash.Of(package) == ContentHash.Of(read));

    [Fact]
    public void Random_bytes_are_refused_with_a_reason() => Check(
        from bytes in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()
        select bytes,
        bytes => IsRefused("p"u8.ToArray(), bytes));

    [Fact]
    public void Fragments_of_json_never_throw() => Check(
        from fragments in Gen.Elements(Fragments).ArrayOf()
        select Encoding.UTF8.GetBytes(string.Concat(fragments)),
        bytes => IsRefused("p"u8.ToArray(), bytes));

    [Fact]
    public void A_damaged_event_is_good_within_all_limits_or_refused() => Check(
        from trip in RandomOrders.Trips
        from edits in Gen.Choose(1, 4)
        from damaged in Damage(RandomOrders.Json(trip), edits)
        select (trip.Id, Bytes: damaged),
        each => IsLegalOrRefused(Encoding.UTF8.GetBytes(each.Id), each.Bytes));

    [Fact]
    public void A_cut_event_is_refused() => Check(
        from package in RandomOrders.Packages
        let json = RandomOrders.Json(package)
        from length in Gen.Choose(0, json.Length - 1)
        select (package.Id, Bytes: json[..length]),
        each => IsRefused(Encoding.UTF8.GetBytes(each.Id), each.Bytes));

    private static Gen<byte[]> Damage(byte[] json, int edits) => edits == 0
        ? Gen.Constant(json)
        : from at in Gen.Choose(0, json.Length - 1)
          from kind in Gen.Choose(0, 2)
          from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements("0123456789.-e\"\\{}[],: ".Select(character => (int)character)))
          let edited = kind switch
          {
              0 => [.. json[..at], (byte)value, .. json[(at + 1)..]],
              1 => [.. json[..at], (byte)value, .. json[at..]],
              _ => (byte[])[.. json[..at], .. json[(at + 1)..]],
          }
          from rest in Damage(edited, edits - 1)
          select rest;

    private static bool IsRefused(byte[] key, byte[] value)
    {
        bool good = OrderParser.TryParsePackage(key, value, out Package? package, out Rejection? rejection);
        Echo.AssertShort(value, rejection?.Detail ?? "");
        return !good && package is null && rejection is not null;
    }

    private static bool IsLegalOrRefused(byte[] key, byte[] value)
    {
        bool good = OrderParser.TryParseTrip(key, value, out Trip? trip, out Rejection? rejection);
        if (trip is null)
        {
            Echo.AssertShort(value, rejection!.Detail);
            return !good;
        }

        return good && rejection is null
            && trip.Id == Encoding.UTF8.GetString(key)
            && OrderTime.IsValid(trip.LeavesAt) && OrderTime.IsValid(trip.ArrivesAt) && trip.LeavesAt < trip.ArrivesAt
            && trip.Space is >= OrderLimits.MinSpace and <= OrderLimits.MaxSpace
            && trip.Review is >= OrderLimits.MinReview and <= OrderLimits.MaxReview
            && trip.Price is >= OrderLimits.MinReview and <= OrderLimits.MaxReview
            && trip.DetourMetres is >= 0 and <= OrderLimits.MaxDistanceMetres
            && OrderParser.TryParseTrip(key, RandomOrders.Json(trip), out Trip? again, out _) && again == trip;
    }

    private static void Check<T>(Gen<T> generator, Func<T, bool> holds) =>
        Prop.ForAll(generator.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));
}
