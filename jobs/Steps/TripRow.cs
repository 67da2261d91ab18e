using SpecialDelivery.Core.Matching;

namespace SpecialDelivery.Jobs.Steps;

/// <summary>A row of the table of open trips as the driver program sends it.</summary>
internal sealed record TripRow(
    long Trip,
    double SourceLatitude,
    double SourceLongitude,
    double DestinationLatitude,
    double DestinationLongitude,
    int Space,
    double Review,
    long LeavesAt,
    long ArrivesAt,
    double Detour)
{
    /// <summary>The row of a trip, with the room it has left.</summary>
    /// <param name="open">The trip.</param>
    public static TripRow Of(OpenTrip open) => new(
        open.Handle,
        open.Trip.Source.Latitude,
        open.Trip.Source.Longitude,
        open.Trip.Destination.Latitude,
        open.Trip.Destination.Longitude,
        open.SpaceLeft,
        open.Trip.Review,
        open.Trip.LeavesAt,
        open.Trip.ArrivesAt,
        open.DetourLeftMetres);
}
