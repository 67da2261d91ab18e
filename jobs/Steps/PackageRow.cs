using SpecialDelivery.Core.Matching;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>A row of the table of packages that look for a trip, as the driver program sends it.</summary>
internal sealed record PackageRow(
    long Package,
    double SourceLatitude,
    double SourceLongitude,
    double DestinationLatitude,
    double DestinationLongitude,
    int Space,
    double Review,
    long ReadyAt,
    long Deadline,
    double Radius,
    double Limit)
{
    /// <summary>The row of a package.</summary>
    /// <param name="waiting">The package.</param>
    /// <param name="radiusMetres">Longest pickup and dropoff.</param>
    /// <param name="limitMetres">Highest cost.</param>
    public static PackageRow Of(WaitingPackage waiting, double radiusMetres, double limitMetres) => new(
        waiting.Handle,
        waiting.Package.Source.Latitude,
        waiting.Package.Source.Longitude,
        waiting.Package.Destination.Latitude,
        waiting.Package.Destination.Longitude,
        waiting.Package.Space,
        waiting.Package.LowestReview,
        waiting.Package.ReadyAt,
        waiting.Package.Deadline,
        radiusMetres,
        limitMetres);
}
