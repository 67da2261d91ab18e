using System.Numerics;
using SpecialDelivery.Core.Geo;
using SpecialDelivery.Core.Orders;
using SpecialDelivery.Core.Settings;

namespace SpecialDelivery.Core.Matching;

/// <summary>What decides about most trips at a glance: both ends, the terms, and the room left when it was made.</summary>
/// <remarks>A search meets hundreds of trips per package; side by side in memory they cost it less than one that has to be fetched.</remarks>
/// <param name="trip">The trip.</param>
internal readonly struct TripEntry(OpenTrip trip)
{
    // Single precision places a point within half a metre; two points together are off by less than this.
    private const double RoundingMetres = 5;

    /// <summary>The trip itself.</summary>
    public OpenTrip Trip { get; } = trip;

    /// <summary>The source on the unit sphere.</summary>
    public Vector3 Source { get; } = trip.Route.Source;

    /// <summary>The destination on the unit sphere.</summary>
    public Vector3 Destination { get; } = trip.Route.Destination;

    /// <summary>Unix milliseconds.</summary>
    public long LeavesAt { get; } = trip.Trip.LeavesAt;

    /// <summary>Unix milliseconds.</summary>
    public long ArrivesAt { get; } = trip.Trip.ArrivesAt;

    /// <summary>1 to 5.</summary>
    public double Review { get; } = trip.Trip.Review;

    /// <summary>Room left; it only shrinks while a batch is matched.</summary>
    public int SpaceLeft { get; } = trip.SpaceLeft;

    /// <summary>Added driving left, metres; it only shrinks while a batch is matched.</summary>
    public double DetourLeftMetres { get; } = trip.DetourLeftMetres;

    /// <summary>One coordinate of six: 0 to 2 of the source, 3 to 5 of the destination.</summary>
    public float this[int axis] => axis < 3 ? Source[axis] : Destination[axis - 3];

    /// <summary>The real distances are not shorter.</summary>
    /// <param name="package">The package's route.</param>
    /// <returns>Metres, at least 0.</returns>
    public (double Pickup, double Dropoff) LeastMetres(in Route package) =>
        (AtLeast(Source - package.Source), AtLeast(Destination - package.Destination));

    /// <summary><see cref="Fit.Allows"/> and room, over the copied fields.</summary>
    public bool MayTake(MatchingSettings settings, Package package) =>
        (!settings.CheckReview || Review >= package.LowestReview)
        && (!settings.CheckSpace || SpaceLeft >= package.Space)
        && (!settings.CheckWindow || (package.ReadyAt <= LeavesAt && ArrivesAt <= package.Deadline));

    /// <summary>A lower bound of the great circle whose chord is a vector between two points in single precision.</summary>
    /// <param name="chord">Difference of two points on the unit sphere.</param>
    /// <returns>Metres, at least 0; a chord is never longer than its arc.</returns>
    public static double AtLeast(Vector3 chord) => Math.Max(0, (chord.Length() * GreatCircle.EarthRadiusMetres) - RoundingMetres);
}
