using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;

namespace SpecialDelivery.Core.Books;

/// <summary>The added driving of a pair, measured from the raw events.</summary>
internal readonly record struct Detour(double PickupMetres, double DropoffMetres)
{
    /// <summary>By how much two ways of measuring the same distance may differ.</summary>
    public const double ToleranceMetres = 0.01;

    public double AddedMetres => PickupMetres + DropoffMetres;

    public static Detour Of(Trip trip, Package package) => new(
        GreatCircle.DistanceMetres(trip.Source, package.Source),
        GreatCircle.DistanceMetres(trip.Destination, package.Destination));

    public static bool IsSame(double metres, double otherMetres) => Math.Abs(metres - otherMetres) <= ToleranceMetres;
}
