using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace UnitTests.Core.Matching.Worlds;

/// <summary>The rules of a pair in plain words, and the haversine: what every search is compared with.</summary>
internal static class BruteForce
{
    public static double PickupMetres(Trip trip, Package package) => GreatCircle.DistanceMetres(trip.Source, package.Source);

    public static double AddedMetres(Trip trip, Package package) =>
        PickupMetres(trip, package) + GreatCircle.DistanceMetres(trip.Destination, package.Destination);

    /// <summary>Whether a trip that is empty could carry a package.</summary>
    public static bool Fits(MatchingSettings settings, Trip trip, Package package) =>
        PickupMetres(trip, package) <= settings.RadiusMetres
        && GreatCircle.DistanceMetres(trip.Destination, package.Destination) <= settings.RadiusMetres
        && (!settings.CheckReview || trip.Review >= package.LowestReview)
        && (!settings.CheckWindow || (package.ReadyAt <= trip.LeavesAt && trip.ArrivesAt <= package.Deadline))
        && HasRoom(settings, trip, [package]);

    /// <summary>Whether a trip may carry all of some packages at once.</summary>
    public static bool HasRoom(MatchingSettings settings, Trip trip, IReadOnlyCollection<Package> packages) =>
        packages.Count <= settings.PackagesPerTrip
        && (!settings.CheckSpace || packages.Sum(package => package.Space) <= trip.Space)
        && (!settings.CheckDetour || packages.Sum(package => AddedMetres(trip, package)) <= trip.DetourMetres);

    /// <summary>What a policy minimises.</summary>
    public static double CostMetres(MatchingSettings settings, Trip trip, Package package) =>
        settings.Policy is AssignmentPolicy.NearestFirst ? PickupMetres(trip, package) : AddedMetres(trip, package);

    /// <summary>The costs of a package's cheapest trips, cheapest first.</summary>
    public static double[] Costs(MatchingSettings settings, IEnumerable<Trip> trips, Package package) =>
    [
        .. trips.Where(trip => Fits(settings, trip, package)).Select(trip => CostMetres(settings, trip, package)).Order().Take(settings.Candidates),
    ];
}
